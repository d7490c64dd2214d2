package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A web server with TLS on the loopback address, with a certificate it has signed itself. */
final class TlsSite implements AutoCloseable {
  static final String PASSWORD = "changeit";

  private final HttpsServer server;
  private final Path keys;

  /**
   * Starts it.
   *
   * @param madeFor whom the certificate names, such as {@code ip:127.0.0.1}
   */
  TlsSite(Path folder, String madeFor) throws Exception {
    keys = folder.resolve("keys.p12");
    makeKeys(madeFor);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.createContext(
        "/", exchange -> Site.answer(exchange, "text/plain", "secret handshake".getBytes(UTF_8)));
    server.start();
  }

  /** The file that holds the certificate, as a trust store. */
  Path certificate() {
    return keys;
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  WebAccess access() {
    return new WebAccess(Set.of(server.getAddress().getPort()), Set.of("127.0.0.1"));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  // The JDK makes certificates with this tool and by no public interface.
  private void makeKeys(String madeFor) throws IOException, InterruptedException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "site",
            "-keyalg",
            "EC",
            "-dname",
            "CN=site",
            "-ext",
            "san=" + madeFor,
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD);
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
  }

  private SSLContext context() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
