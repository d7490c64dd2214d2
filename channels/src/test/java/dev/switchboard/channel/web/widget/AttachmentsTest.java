package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way in, in messages, and out again. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class AttachmentsTest implements TestPropertyProvider {
  private static final byte[] TEXT = "Order 4711\n".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject Conversations conversations;
  private Page page;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "datasources.default.url",
        DoorTest.DATABASE.replace("door", "attachments"),
        "switchboard.data",
        folder.toString(),
        "micronaut.server.max-request-size",
        "11MB",
        "switchboard.widget.requests-per-minute",
        "100000");
  }

  @BeforeEach
  void visit() {
    page = new Page(server.getURI(), json);
    page.visit();
  }

  @Test
  void showsAPictureInTheMessageItWasSentWith() throws Exception {
    var kept = page.tree(page.send("caf\u00e9 \u2713.png", picture("png", 30, 20)));

    assertThat(kept.get("kind").getStringValue()).isEqualTo("image");
    assertThat(kept.get("name").getStringValue()).isEqualTo("caf\u00e9 \u2713.png");
    assertThat(kept.get("width").getLongValue()).isEqualTo(30);
    assertThat(kept.get("height").getLongValue()).isEqualTo(20);

    var id = kept.get("attachment_id").getStringValue();
    var sent = send("k1", "", List.of(id));
    assertThat(sent.statusCode()).isEqualTo(201);
    var shown = shown(sent).get("attachments").get(0);
    assertThat(shown.get("attachment_id").getStringValue()).isEqualTo(id);
    var bytes = page.fetch(shown.get("url").getStringValue());
    assertThat(bytes.statusCode()).isEqualTo(200);
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes.body())).getWidth()).isEqualTo(30);
    assertThat(bytes.body()).hasSize((int) shown.get("size").getLongValue());
    assertThat(header(bytes, "Content-Type")).isEqualTo("image/png");
    assertThat(header(bytes, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(header(bytes, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(bytes, "Content-Disposition"))
        .isEqualTo("inline; filename=\"caf_ _.png\"; filename*=UTF-8''caf%C3%A9%20%E2%9C%93.png");
    assertThat(bytes.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void neverShowsADocumentButHasItSaved() {
    var sent = send("k1", "Here it is.", List.of(page.upload("order.txt", TEXT)));

    var bytes = page.fetch(url(sent));

    assertThat(bytes.body()).isEqualTo(TEXT);
    assertThat(header(bytes, "Content-Disposition")).startsWith("attachment; ");
  }

  @Test
  void namesTheFilesInTheTranscript() {
    var sent = send("k1", "Here it is.", List.of(page.upload("order.txt", TEXT)));

    assertThat(page.get("conversations/" + conversation(sent) + "/transcript").body())
        .contains("Here it is.\n[order.txt]\n");
  }

  @Test
  void bringsFilesWithoutAWordToAPerson() {
    var id = conversation(send("k1", "", List.of(page.upload("order.txt", TEXT))));

    Awaitility.await()
        .until(() -> conversations.find(id).orElseThrow().custody().equals(new Custody.Queued()));
    assertThat(conversations.transcript(id))
        .filteredOn(turn -> turn.author() == Author.BOT)
        .singleElement()
        .satisfies(turn -> assertThat(turn.text()).isEqualTo(Shop.NOTICE));
  }

  @Test
  void takesAFileIntoOneMessageOnly() {
    var id = page.upload("order.txt", TEXT);

    assertThat(send("k1", "", List.of(id, id)).statusCode()).isEqualTo(422);
    assertThat(send("k2", "", List.of(id)).statusCode()).isEqualTo(201);
    assertThat(send("k3", "", List.of(id)).body()).contains("\"code\":\"attachments\"");
    assertThat(send("k2", "", List.of(id)).statusCode()).isEqualTo(200);
    assertThat(send("k2", "", List.of()).statusCode()).isEqualTo(422);
  }

  @Test
  void takesNobodyElsesFiles() {
    var stranger = new Page(server.getURI(), json);
    stranger.visit();
    var foreign = stranger.upload("order.txt", TEXT);

    for (var id : List.of(foreign, "", "..", "0e5f2c1a-3b7d-4f7e-9a51-6f2d8c9b1a00")) {
      assertThat(send("k1", "", List.of(id)).statusCode()).isEqualTo(422);
    }
  }

  @Test
  void takesFiveFilesInTheirOrderAndNotSix() {
    var ids = IntStream.range(0, 6).mapToObj(i -> page.upload("order" + i + ".txt", TEXT)).toList();

    assertThat(send("k1", "", ids).statusCode()).isEqualTo(422);
    var names = shown(send("k2", "", ids.subList(0, 5).reversed())).get("attachments");
    assertThat(names.entries())
        .extracting(file -> file.get("name").getStringValue())
        .containsExactly("order4.txt", "order3.txt", "order2.txt", "order1.txt", "order0.txt");
  }

  @Test
  void takesAFileOf10MegabytesAndNotOneByteMore() {
    var largest = new byte[10 << 20];
    Arrays.fill(largest, (byte) 'a');

    assertThat(page.send("a.txt", Arrays.copyOf(largest, largest.length - 1)).statusCode())
        .isEqualTo(201);
    assertThat(page.send("a.txt", largest).statusCode()).isEqualTo(201);
    var more = Arrays.copyOf(largest, largest.length + 1);
    more[largest.length] = 'a';
    var refused = page.send("a.txt", more);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("\"code\":\"file_too_large\"");
    assertThat(page.send("a.txt", new byte[0]).body()).contains("\"code\":\"file_empty\"");
  }

  @Test
  void refusesLinksThatWereNotGivenOut() {
    var sent = send("k1", "", List.of(page.upload("order.txt", TEXT)));
    var other = send("k2", "", List.of(page.upload("other.txt", TEXT)));
    var url = url(sent);
    var path = url.substring(0, url.indexOf('?'));
    var foreign = path + url(other).substring(url(other).indexOf('?'));

    for (var wrong :
        List.of(
            path,
            foreign,
            url.replace("until=", "until=9"),
            url.replace("until=", "until=" + "9".repeat(30)),
            url.replaceAll("until=\\d+", "until=1000000000"),
            url.substring(0, url.length() - 1),
            url.substring(0, url.length() - 1) + "g",
            url + "&signature=x",
            url.replace("/attachments/", "/attachments/..%2f"),
            "/widget/v1/attachments/..?until=1&signature=x")) {
      var refused = page.fetch(wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(404);
      assertThat(refused.body()).isNotEqualTo(TEXT);
    }
    assertThat(page.fetch(url).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x.txt",
        "/etc/x.txt",
        "C:\\x.txt",
        "\\\\host\\share\\x.txt",
        "%0D%0ASet-Cookie: a=b%0D%0Ax.txt",
        "\u202ex.txt",
        "\u200b.x.txt",
        "..x.txt"
      })
  void cleansNames(String name) throws IOException {
    var sent = send("k1", "", List.of(page.upload(name, TEXT)));

    var shown = shown(sent).get("attachments").get(0).get("name").getStringValue();
    assertThat(shown).matches("(a=b)?x\\.txt");
    var bytes = page.fetch(url(sent));
    assertThat(bytes.body()).isEqualTo(TEXT);
    assertThat(bytes.headers().firstValue("Set-Cookie")).isEmpty();
    try (var files = Files.list(folder.resolve("files"))) {
      assertThat(files).allMatch(file -> file.getFileName().toString().matches("[0-9a-f-]{36}"));
    }
  }

  @Test
  void readsOnlyFormsWithOneFile() {
    var form = Page.form("file", "a.txt", TEXT);
    var text = new String(form, StandardCharsets.UTF_8);

    for (var wrong :
        List.of(
            "",
            "x",
            text.substring(0, text.length() - 6),
            text + "x",
            "x" + text,
            text.replace("\r\n", "\n"),
            text.replace("name=\"file\"; ", ""),
            text.replace("filename=\"a.txt\"", "x"),
            text.replace("form-data", "attachment"))) {
      var refused = page.form(wrong.getBytes(StandardCharsets.UTF_8));
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(refused.body()).contains("\"code\":\"form\"");
    }
    assertThat(page.form(Page.form("other", "a.txt", TEXT)).statusCode()).isEqualTo(400);
    assertThat(page.post("attachments", "{\"files\":[]}").statusCode()).isEqualTo(415);
    assertThat(page.form(form).statusCode()).isEqualTo(201);
  }

  @Test
  void letsNobodySendFilesWithoutAToken() {
    page.token = "";

    assertThat(page.send("a.txt", TEXT).statusCode()).isEqualTo(401);
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private HttpResponse<String> send(String key, String text, List<String> attachments) {
    var ids = attachments.stream().map("\"%s\""::formatted).toList();
    return page.post(
        "conversations/new/messages",
        "{\"client_message_id\":\"%s\",\"text\":\"%s\",\"attachments\":%s}"
            .formatted(key, text, ids));
  }

  private String conversation(HttpResponse<String> sent) {
    return page.tree(sent).get("conversation_id").getStringValue();
  }

  private Tree shown(HttpResponse<String> sent) {
    long seq = page.tree(sent).get("seq").getLongValue();
    var path = "conversations/%s/messages?before=%d&limit=1";
    return page.tree(page.get(path.formatted(conversation(sent), seq + 1))).get("messages").get(0);
  }

  private String url(HttpResponse<String> sent) {
    return shown(sent).get("attachments").get(0).get("url").getStringValue();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
