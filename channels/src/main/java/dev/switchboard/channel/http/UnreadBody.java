package dev.switchboard.channel.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/**
 * What happens to a body that a request brought and nobody read, because it was refused before.
 *
 * <p>A small one is in the server's hands already. What is left of a larger one, or of one in
 * chunks, is not waited for: the connection is closed, as the next request on it would stand behind
 * that body for ever.
 */
public final class UnreadBody {
  private static final String TAKEN = UnreadBody.class.getName();

  private UnreadBody() {}

  /** Says of a body that it is read, or that what is left of it is let go, whatever happens. */
  public static void taken(HttpRequest<?> request) {
    request.setAttribute(TAKEN, true);
  }

  /** The answer, which ends the connection where something may be left that nobody reads. */
  public static <B> MutableHttpResponse<B> leave(
      HttpRequest<?> request, MutableHttpResponse<B> answer) {
    return request.getAttribute(TAKEN).isPresent() || isSmall(request)
        ? answer
        : answer.header(HttpHeaders.CONNECTION, "close");
  }

  private static boolean isSmall(HttpRequest<?> request) {
    return !request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)
        && request.getContentLength() <= JsonBody.LARGEST;
  }
}
