package dev.switchboard.channel.web.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of an answer when somebody goes on writing with it. */
class PlainTextTest {

  @Test
  void keepsTheWordsAndLeavesOutTheMarkup() {
    assertThat(plain("It takes **two** to *four* days [1]. See `orders`!", 1))
        .isEqualTo("It takes two to four days. See orders!");
  }

  @Test
  void namesTheAddressBehindALink() {
    assertThat(plain("Look [here](https://shop.example/a), or at <https://shop.example/b>.", 0))
        .isEqualTo("Look here (https://shop.example/a), or at https://shop.example/b.");
  }

  @Test
  void keepsListsAsLists() {
    assertThat(plain("Do this:\n\n2. Open it\n3. Close it\n\n- red\n- green\n  - dark green", 0))
        .isEqualTo("Do this:\n\n2. Open it\n3. Close it\n\n- red\n- green\n  - dark green");
  }

  @Test
  void namesTheColumnsOfATable() {
    assertThat(plain("| Service | Days |\n| --- | --- |\n| Standard | 4 |\n| Express | 1 |", 0))
        .isEqualTo("Service: Standard, Days: 4\nService: Express, Days: 1");
  }

  private static String plain(String markdown, int citations) {
    return PlainText.of(Blocks.of(markdown, citations));
  }
}
