package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents are offered to reply. */
class SuggestionsTest extends StoreContract {
  @TempDir static Path folder;

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString());
  }

  @Test
  void offersTheBestAnswersEachWithItsSources() {
    var id = accept("ada", "m1", "What about goats?").conversationId();

    var best = store.bean(Suggestions.class).best(id, 3);

    assertThat(best)
        .extracting(Suggestion::text)
        .containsExactly("About the fence.", "About the refund.", "About the shepherd.");
    assertThat(best.getFirst().parts())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.text()).isEqualTo("About the fence.");
          assertThat(part.sources()).extracting(ShownPart.Source::article).containsExactly("fence");
        });
  }

  @Test
  void offersFewerWhereNoMoreAreLikelyEnough() {
    var goats = accept("ada", "m1", "What about goats?").conversationId();
    var delivery = accept("bob", "m2", "How long does delivery take?").conversationId();
    var sheep = accept("cleo", "m3", "What about sheep?").conversationId();
    var suggestions = store.bean(Suggestions.class);

    assertThat(suggestions.best(goats, 9)).hasSize(4);
    assertThat(suggestions.best(delivery, 3))
        .extracting(Suggestion::text)
        .containsExactly("Two to four days.");
    assertThat(suggestions.best(sheep, 3)).isEmpty();
    assertThat(suggestions.best("nobody", 3)).isEmpty();
  }

  @Test
  void answersEachQuestionInEachReply() {
    var id =
        accept("ada", "m1", "How long does the delivery take? What do I do about all the goats?")
            .conversationId();

    assertThat(store.bean(Suggestions.class).best(id, 2))
        .extracting(Suggestion::text)
        .containsExactly(
            "Two to four days.\n\nAbout the fence.", "Two to four days.\n\nAbout the refund.");
  }

  @Test
  void offersNothingThatDidNotHelpBefore() {
    var id = accept("ada", "m1", "How long does delivery take?").conversationId();
    store.worker.next();
    store.bean(Opinions.class).give(id, new Opinion(2, false, ""));
    accept("ada", "m2", "But how long does delivery take?");

    assertThat(store.bean(Suggestions.class).best(id, 3)).isEmpty();
  }

  @Test
  void changesNothing() {
    var id = accept("ada", "m1", "What about goats?").conversationId();

    store.bean(Suggestions.class).best(id, 3);

    assertThat(store.number("select count(*) from turn")).isEqualTo(1);
  }
}
