package dev.switchboard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Message;
import dev.switchboard.knowledge.IndexFollower;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.embedding.InProcessModel;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedding model of the team's own in the place of the shipped pair. */
class OwnModelTest {
  private static final String PARKING = "Where can I park my car?";
  private static final Map<String, String> FAQ =
      Map.of("opening", "When is the shop open?", "parking", PARKING);

  @TempDir private Path data;

  @Test
  void answersWithAModelOfAnyDimensionAndBackAgain() {
    try (var context = start()) {
      FAQ.forEach((id, question) ->
          context
              .getBean(Articles.class)
              .save(Article.of(id, new Faq(question, List.of(), "Ask " + id + "."))));
      assertAnswers(context);
    }
    try (var context = start(InProcessModel.miniLm())) {
      assertAnswers(context);
    }
    try (var context = start()) {
      assertAnswers(context);
    }
  }

  private ApplicationContext start(Object... beans) {
    return ApplicationContext.builder()
        .properties(Map.of("switchboard.data", data.toString()))
        .singletons(beans)
        .start();
  }

  private static void assertAnswers(ApplicationContext context) {
    context.getBean(IndexFollower.class).sync();
    var reply = context.getBean(ConversationEngine.class).reply(new Message(PARKING, List.of()));
    assertThat(reply.parts().getFirst().decision()).isInstanceOf(Decision.Answer.class);
  }
}
