package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** The fetching of one page, through up to three redirects. */
final class Fetch implements Callable<Fetched> {
  private static final int MAX_REDIRECTS = 3;
  private static final int MAX_BYTES = 10 << 20;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final CloseableHttpClient http;
  private final AddressCheck check;
  private final URI start;
  private final AtomicReference<@Nullable HttpGet> running = new AtomicReference<>();

  Fetch(CloseableHttpClient http, AddressCheck check, URI start) {
    this.http = http;
    this.check = check;
    this.start = start;
  }

  /** A page, or the address to look at instead. */
  private sealed interface Answer {
    record Done(Fetched.Page page) implements Answer {}

    record Elsewhere(URI address) implements Answer {}
  }

  @Override
  public Fetched call() {
    try {
      return follow();
    } catch (Refused e) {
      return new Fetched.NoPage(e.in(start.toString()));
    }
  }

  /** Breaks the connection off, if there is one. */
  void stop() {
    HttpGet request = running.get();
    if (request != null) {
      request.abort();
    }
  }

  private Fetched follow() throws Refused {
    URI address = start;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      switch (ask(check.checked(address))) {
        case Answer.Done(Fetched.Page page) -> {
          return page;
        }
        case Answer.Elsewhere(URI next) -> address = next;
      }
    }
    throw new Refused("the page redirects more than %d times".formatted(MAX_REDIRECTS));
  }

  private Answer ask(URI address) throws Refused {
    var request = new HttpGet(address);
    running.set(request);
    try {
      return http.execute(request, response -> answer(address, response));
    } catch (RefusedAnswer e) {
      throw e.refused;
    } catch (IOException e) {
      throw new Refused(reason(address, e));
    }
  }

  private static String reason(URI address, IOException fault) {
    return switch (fault) {
      case GuardedNames.PrivateAddress e -> String.valueOf(e.getMessage());
      case UnknownHostException e -> "there is no host named " + address.getHost();
      case SSLException e -> encryption(address, e);
      case SocketException e -> "the host %s cannot be reached".formatted(address.getHost());
      default -> "the page could not be read: " + fault.getMessage();
    };
  }

  private static String encryption(URI address, SSLException fault) {
    boolean isCertificate =
        fault instanceof SSLPeerUnverifiedException
            || fault.getCause() instanceof CertificateException;
    return isCertificate
        ? "the certificate of the host %s is not trusted, not valid or made for another name"
            .formatted(address.getHost())
        : "the host %s speaks no encryption that is understood".formatted(address.getHost());
  }

  /** Carries a refusal out of the client's callback. */
  private static final class RefusedAnswer extends IOException {
    private static final long serialVersionUID = 1;
    private final Refused refused;

    RefusedAnswer(Refused refused) {
      super(refused);
      this.refused = refused;
    }
  }

  private Answer answer(URI address, ClassicHttpResponse response) throws IOException {
    try {
      return REDIRECTS.contains(response.getCode())
          ? new Answer.Elsewhere(target(address, response))
          : new Answer.Done(page(address, response));
    } catch (Refused e) {
      throw new RefusedAnswer(e);
    }
  }

  private static URI target(URI address, ClassicHttpResponse response) throws Refused {
    Header location = response.getFirstHeader("Location");
    try {
      return address.resolve(location == null ? "" : location.getValue());
    } catch (IllegalArgumentException e) {
      throw new Refused("the page redirects to something that is not an address");
    }
  }

  private Fetched.Page page(URI address, ClassicHttpResponse response) throws IOException, Refused {
    HttpEntity entity = response.getEntity();
    if (response.getCode() != 200 || entity == null) {
      throw new Refused("the server answers with status " + response.getCode());
    }
    ContentType type = PageTypes.checked(entity);
    byte[] bytes = body(entity);
    return new Fetched.Page(
        address, type.getMimeType().toLowerCase(Locale.ROOT), inUtf8(type.getCharset(), bytes));
  }

  private byte[] body(HttpEntity entity) throws IOException, Refused {
    try (InputStream in = entity.getContent()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        // Closing the stream alone would read on to the end, and there may be none.
        stop();
        throw new Refused("the page is larger than 10 MB");
      }
      return bytes;
    }
  }

  private static byte[] inUtf8(@Nullable Charset charset, byte[] bytes) {
    return charset == null || charset.equals(UTF_8)
        ? bytes
        : new String(bytes, charset).getBytes(UTF_8);
  }
}
