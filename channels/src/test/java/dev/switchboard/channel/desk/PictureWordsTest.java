package dev.switchboard.channel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.ReceivedFile;
import dev.switchboard.bot.media.PictureReader;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the team is told of a picture. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = PictureWordsTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class PictureWordsTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:picture-words;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private final ModelSandbox provider = ModelSandbox.start(0);

  @Inject CaseReader cases;
  @Inject Inbox inbox;
  @Inject Attachments attachments;
  @Inject Conversations conversations;
  @Inject PictureReader reader;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "switchboard.tesseract", "",
        "switchboard.providers.one.url", provider.url().toString(),
        "switchboard.models.large.provider", "one",
        "switchboard.models.large.model", "gpt-4o");
  }

  @AfterAll
  void close() {
    provider.close();
  }

  @Test
  void areReadOnceAndStandBesideIt() {
    provider.answers(words -> "Error 0x80070057. A blue window.");
    var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    var file =
        attachments
            .keep(
                "web",
                "ann",
                new ReceivedFile(
                    Attachment.Kind.IMAGE,
                    "screen.png",
                    "image/png",
                    20,
                    20,
                    out -> ImageIO.write(image, "png", out)))
            .orElseThrow();
    var id =
        inbox
            .accept(new Incoming("web", "ann", "m1", "See this", List.of(file.id())))
            .conversationId();
    var path = attachments.bytes(file).orElseThrow();
    reader.read(file.id(), "image/png", path, id);
    reader.read(file.id(), "image/png", path, id);

    assertThat(cases.shown(conversations.transcript(id)).getFirst().files().getFirst().words())
        .isEqualTo("Error 0x80070057. A blue window.");
    assertThat(provider.asked().stream().filter(asked -> asked.toString().contains("image_url")))
        .hasSizeLessThanOrEqualTo(2);
    assertThat(provider.calls()).isLessThanOrEqualTo(2);
  }
}
