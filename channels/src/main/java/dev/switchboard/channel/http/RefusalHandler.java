package dev.switchboard.channel.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Answers a refused request. What is left of a large body is not waited for: the connection is
 * closed, as the next request on it would stand behind that body for ever.
 */
@Singleton
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<Problem>> {
  // Refused for what it holds: whoever found that out has read it, or let the rest go.
  private static final Set<Integer> OF_THE_BODY = Set.of(400, 413, 415, 422);

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared so
  public HttpResponse<Problem> handle(HttpRequest request, Refusal refusal) {
    var answer = refusal.answer();
    if (!OF_THE_BODY.contains(answer.code()) && leavesMuchUnread(request)) {
      answer.header(HttpHeaders.CONNECTION, "close");
    }
    return answer;
  }

  // Forms are read to their end by whoever takes them.
  private static boolean leavesMuchUnread(HttpRequest<?> request) {
    return request.getContentLength() > JsonBody.LARGEST
        && request
            .getContentType()
            .filter(type -> type.getName().equalsIgnoreCase(MediaType.MULTIPART_FORM_DATA))
            .isEmpty();
  }
}
