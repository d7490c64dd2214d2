package dev.switchboard.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
  private final Corrections corrections = new Corrections(2);
  private final List<String> searched = new ArrayList<>();

  @Test
  void looksForAWordOnceWhetherSomethingIsNearItOrNot() throws IOException {
    assertThat(of("battrey")).contains("battery");
    assertThat(of("battrey")).contains("battery");
    assertThat(of("wqzzk")).isEmpty();
    assertThat(of("wqzzk")).isEmpty();

    assertThat(searched).containsExactly("battrey", "wqzzk");
  }

  @Test
  void forgetsTheWordThatWasLongestNotUsed() throws IOException {
    for (var word : List.of("one", "two", "one", "three", "one", "two")) {
      of(word);
    }

    assertThat(searched).containsExactly("one", "two", "three", "two");
  }

  private Optional<String> of(String word) throws IOException {
    return corrections.of(word, this::search);
  }

  private Optional<String> search(String word) {
    searched.add(word);
    return word.equals("battrey") ? Optional.of("battery") : Optional.empty();
  }
}
