package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests, byte by byte, whose end two programs could see in different places. Each is followed by
 * a second request, which must never be answered.
 */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = FramingTest.DATABASE)
@Property(name = "switchboard.widget.requests-per-minute", value = "100000")
@Timeout(60)
class FramingTest {
  static final String DATABASE =
      "jdbc:h2:mem:framing;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private static final int PATIENCE_MS = 2_500;
  private static final String SECOND = "GET /widget/v1/config HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String LAST = SECOND.replace("Host: x", "Host: x\r\nConnection: close");
  private static final String HEAD =
      "POST /widget/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = "2\r\n{}\r\n0\r\n\r\n";
  private static final String SILENCE = "(it says no more)";
  private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

  @Inject EmbeddedServer server;

  static Map<String, String> forms() {
    var forms = new LinkedHashMap<String, String>();
    for (var headers :
        List.of(
            "Content-Length: 2\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 2",
            "Content-Length: 12\r\nTransfer-Encoding: chunked",
            "content-length: 2\r\ntransfer-encoding: CHUNKED",
            "Content-Length: 2\r\nTransfer-Encoding : chunked",
            "Content-Length: 2\r\nTransfer-Encoding:\r\n chunked",
            "Content-Length: 2\r\n Transfer-Encoding: chunked",
            "Content-Length: 2\r\nX: y\r\n\tTransfer-Encoding: chunked",
            "Content-Length: 2\r\nTransfer-Encoding: \u000bchunked",
            "Content-Length: 2\r\nTransfer-Encoding\u0000: chunked",
            "Content-Length: 2\r\nX: y\nTransfer-Encoding: chunked",
            "Content-Length: 2\r\nX: y\rTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: chunked, gzip",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip",
            "Transfer-Encoding: xchunked\r\nContent-Length: 2",
            "Transfer-Encoding: chunked;x\r\nContent-Length: 2",
            "Transfer-Encoding: 'chunked'\r\nContent-Length: 2")) {
      forms.put(headers, HEAD + headers + "\r\n\r\n" + CHUNKED + SECOND);
    }
    for (var length :
        List.of(
            "2\r\nContent-Length: 3",
            "3\r\nContent-Length: 2",
            "2, 3",
            "+2",
            "-1",
            "0x2",
            "2e0",
            "2\u0000",
            "99999999999999999999",
            "",
            "two",
            "2;x",
            "2 2",
            "2.0")) {
      var headers = "Content-Length: " + length;
      forms.put(headers, HEAD + headers + "\r\n\r\n{}" + SECOND);
    }
    for (var chunks :
        List.of(
            "0x2\r\n{}\r\n0\r\n\r\n",
            "+2\r\n{}\r\n0\r\n\r\n",
            "-2\r\n{}\r\n0\r\n\r\n",
            "2\n{}\r\n0\r\n\r\n",
            "2\r\n{}\n0\r\n\r\n",
            "2\r\n{}0\r\n\r\n",
            "2;x\ny\r\n{}\r\n0\r\n\r\n",
            "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
            "80000002\r\n{}\r\n0\r\n\r\n",
            "g\r\n{}\r\n0\r\n\r\n",
            "\r\n{}\r\n0\r\n\r\n",
            "3\r\n{}\r\n0\r\n\r\n",
            "2;" + "x".repeat(1 << 20) + "\r\n{}\r\n0\r\n\r\n")) {
      var name = "chunks " + chunks.substring(0, Math.min(20, chunks.length()));
      forms.put(name, HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks + SECOND);
    }
    var get = "GET /widget/v1/config HTTP/1.1\r\nHost: x\r\n";
    forms.put(
        "HTTP/1.0 with chunks",
        old(HEAD) + "Transfer-Encoding: chunked\r\n\r\n" + CHUNKED + SECOND);
    forms.put(
        "HTTP/1.0 with both",
        old(HEAD)
            + "Connection: keep-alive\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
            + CHUNKED
            + SECOND);
    forms.put("HTTP/0.9", "GET /widget/v1/config\r\n" + SECOND);
    forms.put("HTTP/9.9", get.replace("HTTP/1.1", "HTTP/9.9") + "\r\n" + SECOND);
    forms.put("HTTP/1.1x", get.replace("HTTP/1.1", "HTTP/1.1x") + "\r\n" + SECOND);
    forms.put("no version", "GET /widget/v1/config \r\nHost: x\r\n\r\n" + SECOND);
    forms.put("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + SECOND);
    forms.put("NUL before", "\u0000" + get + "\r\n" + SECOND);
    forms.put("SOH before", "\u0001" + get + "\r\n" + SECOND);
    forms.put("bare LF everywhere", get.replace("\r\n", "\n") + "\n" + SECOND);
    forms.put("bare LF at the end", get + "\n" + SECOND);
    forms.put("bare CR at the end", get + "\r" + SECOND);
    forms.put("NUL in the method", "GE\u0000T" + get.substring(3) + "\r\n" + SECOND);
    forms.put("no colon", get + "Content-Length\r\n\r\n" + SECOND);
    forms.put("no name", get + ": x\r\n\r\n" + SECOND);
    forms.put("space in a name", get + "X Y: x\r\n\r\n" + SECOND);
    forms.put("NUL in a value", get + "X: a\u0000b\r\n\r\n" + SECOND);
    forms.put("a header of 1 MB", get + "X: " + "y".repeat(1 << 20) + "\r\n\r\n" + SECOND);
    forms.put("10,000 headers", get + "X: y\r\n".repeat(10_000) + "\r\n" + SECOND);
    forms.put("a cookie of 64 KB", get + "Cookie: " + "y".repeat(64 << 10) + "\r\n\r\n" + SECOND);
    forms.put(
        "an address of 1 MB",
        "GET /" + "y".repeat(1 << 20) + " HTTP/1.1\r\nHost: x\r\n\r\n" + SECOND);
    return forms;
  }

  private static String old(String head) {
    return head.replace("HTTP/1.1", "HTTP/1.0");
  }

  @Test
  void neverSeesTwoRequestsWhereAnotherProgramWouldSeeOne() throws Exception {
    var forms = forms();
    assertThat(forms).hasSizeGreaterThanOrEqualTo(60);
    var wrong = new ArrayList<String>();

    try (var pool = Executors.newFixedThreadPool(16)) {
      var running = new LinkedHashMap<String, Future<String>>();
      forms.forEach((name, bytes) -> running.put(name, pool.submit(() -> answer(bytes))));
      for (var form : running.entrySet()) {
        var statuses = statuses(form.getValue().get());
        if (statuses.lastIndexOf("200") > 0 || statuses.contains("500")) {
          wrong.add(form.getKey() + " -> " + statuses);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<String> statuses(String answer) {
    return ANSWER.matcher(answer).results().map(found -> found.group(1)).toList();
  }

  @Test
  void answersTwoRequestsThatEverybodySeesAsTwo() throws IOException {
    var first = HEAD + "Content-Length: 2\r\n\r\n{}";

    assertThat(statuses(answer(first + SECOND))).hasSize(2);
  }

  @Test
  void leavesNoRequestBehindABodyThatNobodyWanted() throws IOException {
    var paths =
        List.of(
            "widget/v1/conversations/x/close",
            "widget/v1/conversations/x/feedback",
            "widget/v1/sessions",
            "widget/v1/attachments",
            "v1/chat/completions");
    var types =
        List.of("application/json", "multipart/form-data", "multipart/form-data; boundary=x");

    for (int length : new int[] {2, 70_000, 400_000}) {
      for (var path : paths) {
        for (var type : types) {
          var head = "POST /%s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\n".formatted(path, type);
          requireNoneKeptWaiting(head + "Content-Length: %d\r\n\r\n".formatted(length), length, "");
          requireNoneKeptWaiting(
              head + "Transfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(length),
              length,
              "\r\n0\r\n\r\n");
        }
      }
    }
  }

  private void requireNoneKeptWaiting(String head, int length, String end) throws IOException {
    assertThat(answer(head + "x".repeat(length) + end + LAST))
        .as("answered, or closed, but not kept waiting: " + head)
        .matches("HTTP/1.1 4\\d\\d (?s:.*)")
        .doesNotEndWith(SILENCE);
  }

  @Test
  void takesHeadersUpTo8Kilobytes() throws IOException {
    assertThat(status("X: " + "y".repeat(7_000))).isEqualTo("200");
    assertThat(status("X: " + "y".repeat(9_000))).isIn("431", "413", "400");
  }

  private String status(String header) throws IOException {
    var found =
        ANSWER.matcher(
            answer(
                "GET /widget/v1/config HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + header
                    + "\r\n\r\n"));
    return found.find() ? found.group(1) : "";
  }

  /** Whatever comes back until the server closes, or says no more. */
  private String answer(String bytes) throws IOException {
    var received = new ByteArrayOutputStream();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      socket.setSoTimeout(PATIENCE_MS);
      write(socket, bytes);
      socket.getInputStream().transferTo(received);
    } catch (SocketTimeoutException silent) {
      received.writeBytes(SILENCE.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException closed) {
      // What it has answered until then counts.
    }
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  private static void write(Socket socket, String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException closed) {
      // It would not even read to the end; what it has answered can still be read.
    }
  }
}
