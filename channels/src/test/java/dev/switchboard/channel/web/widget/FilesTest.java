package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.switchboard.channel.web.Chromium;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files, pictures of the screen and voice notes that a customer sends. */
@Timeout(120)
class FilesTest {
  private static final String NAME = "<img src=x onerror=alert(1)>.txt";
  private static final String CLEANED = "_img src=x onerror=alert(1)_.txt";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  private Customer customer;

  @BeforeEach
  void open() {
    STAGE.put("/files", HostPages.OPEN.formatted(STAGE.server()));
    customer = new Customer(CHROMIUM, STAGE);
    customer.open("/files");
    assertThat(customer.shown("#attach")).isVisible();
  }

  @AfterEach
  void close() {
    customer.close();
  }

  private static FilePayload note(String name) {
    return new FilePayload(name, "text/plain", "A note".getBytes(StandardCharsets.UTF_8));
  }

  private static FilePayload picture(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return new FilePayload("picture.png", "image/png", bytes.toByteArray());
  }

  @Test
  void areSentWithoutAWordAndAreThereAfterAReload() throws IOException {
    customer.shown("#chooser").setInputFiles(new FilePayload[] {picture(4_000, 1_000), note(NAME)});
    assertThat(customer.shown("#send")).isEnabled();
    customer.shown("#send").click();
    assertThat(customer.shown("#files .file")).hasCount(0);
    assertThat(customer.shown(".by-customer .attached li")).hasCount(2);

    customer.page().reload();

    var image = customer.shown(".by-customer .attached img");
    assertThat(image).hasAttribute("alt", "Picture: picture.png");
    customer.page().waitForCondition(() -> width(image) > 0);
    assertThat(width(image)).isEqualTo(2_048);
    assertThat(customer.shown(".by-customer a.file").last()).hasAttribute("download", CLEANED);
    assertThat(customer.shown(".attached script, .attached img")).hasCount(1);
  }

  private static int width(Locator image) {
    return ((Number) image.evaluate("each => each.naturalWidth")).intValue();
  }

  @Test
  void sayWhyTheyCannotBeSentAndCanBeTakenBack() {
    customer.shown("#chooser").setInputFiles(new FilePayload[] {note("game.exe"), note("a.txt")});
    var refused = customer.shown("#files .failed");
    assertThat(refused).containsText("This kind of file cannot be sent");
    assertThat(customer.shown("#send")).isEnabled();

    customer.shown("#files .file button[aria-label='Remove a.txt']").click();
    assertThat(customer.shown("#send")).isDisabled();
    refused.locator("button").click();
    assertThat(customer.shown("#files .file")).hasCount(0);
    assertThat(customer.shown("#text")).isFocused();
  }

  @Test
  void canBePastedAndDropped() {
    for (var event : new String[] {"paste", "drop"}) {
      customer
          .chat()
          .evaluate(
              "(name) => { const data = new DataTransfer();"
                  + " data.items.add(new File(['A note'], `${name}.txt`, { type: 'text/plain' }));"
                  + " const event = name === 'paste'"
                  + " ? new ClipboardEvent(name, { clipboardData: data, bubbles: true })"
                  + " : new DragEvent(name, { dataTransfer: data, bubbles: true });"
                  + " document.getElementById('text').dispatchEvent(event); }",
              event);
    }
    assertThat(customer.shown("#files .file-name")).hasText(new String[] {"paste.txt", "drop.txt"});
    assertThat(customer.shown("#send")).isEnabled();
  }

  @Test
  void mayBeAVoiceNoteThatIsNotSentByItself() {
    customer.shown("#voice").click();
    assertThat(customer.shown(".recorder .clock")).hasText("0:01");
    customer.page().keyboard().press("Escape");
    assertThat(customer.shown(".recorder")).hasCount(0);
    assertThat(customer.shown("#files .file")).hasCount(0);
    customer.shown("#voice").click();
    assertThat(customer.shown(".recorder .clock")).hasText("0:01");
    customer.shown(".recorder .strong").click();
    assertThat(customer.shown("#send")).isEnabled();
    assertThat(customer.shown(".message")).hasCount(0);

    customer.shown("#send").click();

    assertThat(customer.shown(".by-customer audio")).isVisible();
  }
}
