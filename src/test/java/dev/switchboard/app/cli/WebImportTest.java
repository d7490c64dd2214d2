package dev.switchboard.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages imported on the command line, from a server in the own network. */
class WebImportTest {
  private static final String HOSTS = "switchboard.import.private-hosts";
  private static final String PORTS = "switchboard.import.ports";

  private final Shell shell = new Shell();
  @TempDir private Path data;
  private HttpServer site;
  private String page;
  private int asked;

  @BeforeEach
  void open() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/help/opening.html",
        exchange -> {
          asked++;
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          byte[] body = "<h1>Opening hours</h1><p>Daily from 9 to 17.</p>".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    site.start();
    page = "http://127.0.0.1:" + site.getAddress().getPort() + "/help/opening.html";
  }

  @AfterEach
  void close() {
    site.stop(0);
    System.clearProperty(HOSTS);
    System.clearProperty(PORTS);
  }

  @Test
  void takesAPageFromAHostThatTheSettingsName() {
    allow("127.0.0.1", String.valueOf(site.getAddress().getPort()));

    assertThat(run("import", page)).as(shell.err()).isZero();
    assertThat(shell.out()).startsWith("added 1,");
    assertThat(run("ask", "When are you open daily?")).isZero();
    assertThat(shell.out()).contains("Opening hours", page);
  }

  @Test
  void goesIntoTheOwnNetworkForNobodyElse() {
    allow("help.example", String.valueOf(site.getAddress().getPort()));

    assertThat(run("import", page)).isEqualTo(1);
    assertThat(shell.err())
        .contains(page + ": the host 127.0.0.1 lies in a private network, and such are not read");
    assertThat(shell.out()).startsWith("added 0,").contains("problems 1");
    assertThat(asked).isZero();
  }

  @Test
  void readsFromTheUsualPortsUnlessTheSettingsNameOthers() {
    assertThat(run("import", page)).isEqualTo(1);
    assertThat(shell.err()).contains("is not read from, only 80 and 443");
    assertThat(asked).isZero();
  }

  @Test
  void namesAPortInTheSettingsThatIsNone() {
    allow("127.0.0.1", "80,http");

    assertThat(run("import", page)).isEqualTo(1);
    assertThat(shell.err())
        .contains("switchboard: switchboard.import.ports must be port numbers, not 'http'");
  }

  @Test
  void takesOtherAddressesForAddressesToo() {
    assertThat(run("import", "ftp://help.example/faq.csv")).isEqualTo(1);
    assertThat(shell.err())
        .contains("ftp://help.example/faq.csv: only addresses with http:// or https:// are read");
  }

  private static void allow(String host, String ports) {
    System.setProperty(HOSTS, host);
    System.setProperty(PORTS, ports);
  }

  private int run(String command, String what) {
    return shell.run(command, what, "--data", data.toString());
  }
}
