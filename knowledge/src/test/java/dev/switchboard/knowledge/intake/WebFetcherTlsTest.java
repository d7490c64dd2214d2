package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFetcherTlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";

  private static final String CERTIFICATE =
      "the certificate of the host 127.0.0.1 is not trusted, not valid or made for another name";

  @TempDir private Path folder;

  @AfterEach
  void trustAsBefore() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE + "Password");
  }

  @Test
  void fetchesFromAHostWhoseCertificateTheTrustStoreHolds() throws Exception {
    try (var site = new TlsSite(folder, "ip:127.0.0.1")) {
      trust(site);

      assertThat(fetch(site))
          .isInstanceOfSatisfying(
              Fetched.Page.class,
              page -> assertThat(new String(page.bytes(), UTF_8)).isEqualTo("secret handshake"));
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    try (var site = new TlsSite(folder, "ip:127.0.0.1")) {
      assertThat(reason(fetch(site))).isEqualTo(CERTIFICATE);
    }
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    try (var site = new TlsSite(folder, "dns:help.example")) {
      trust(site);

      assertThat(reason(fetch(site))).isEqualTo(CERTIFICATE);
    }
  }

  @Test
  void saysSoWhenTheHostSpeaksNoTls() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInPlainText(server));
      var access = new WebAccess(Set.of(server.getLocalPort()), Set.of("127.0.0.1"));
      var address = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");

      assertThat(reason(new WebFetcher(access).fetch(address)))
          .isEqualTo("the host 127.0.0.1 speaks no encryption that is understood");
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (var caller = server.accept()) {
      caller.getInputStream().read();
      caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      caller.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void trust(TlsSite site) {
    System.setProperty(TRUST_STORE, site.certificate().toString());
    System.setProperty(TRUST_STORE + "Password", TlsSite.PASSWORD);
  }

  private static Fetched fetch(TlsSite site) {
    return new WebFetcher(site.access()).fetch(site.address());
  }

  private static String reason(Fetched fetched) {
    return ((Fetched.NoPage) fetched).problem().reason();
  }
}
