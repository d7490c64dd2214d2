package dev.switchboard.channel.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.List;

/**
 * Refuses requests whose body is wrapped in anything: compressed, or in a transfer coding that
 * another program on the way may read differently, and so see another end of the request. And forms
 * where nothing is sent.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PlainRequests implements Ordered {
  private static final String IDENTITY = "identity";
  private static final String CHUNKED = "chunked";

  @RequestFilter
  @PreMatching
  @Nullable
  HttpResponse<?> refuse(HttpRequest<?> request) {
    var transfer = request.getHeaders().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (!isOnly(CHUNKED, transfer)) {
      // Whatever follows on this connection may be a part of it.
      return Problem.of(HttpStatus.BAD_REQUEST, "Send the body as it is, or chunked.")
          .on(HttpResponse.badRequest())
          .header(HttpHeaders.CONNECTION, "close");
    }
    if (!isOnly(IDENTITY, request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING))) {
      return unsupported("Send the body uncompressed.");
    }
    return isForm(request) && !request.getMethod().requiresRequestBody()
        ? unsupported("This request takes no form.")
        : null;
  }

  private static HttpResponse<?> unsupported(String detail) {
    return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail)
        .on(HttpResponse.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
  }

  // The framework would look for arguments in it, and fail at one that is broken.
  private static boolean isForm(HttpRequest<?> request) {
    return request
        .getContentType()
        .map(MediaType::getName)
        .filter(type ->
            type.equalsIgnoreCase(MediaType.MULTIPART_FORM_DATA)
                || type.equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED))
        .isPresent();
  }

  private static boolean isOnly(String coding, List<String> given) {
    return given.isEmpty() || given.size() == 1 && given.getFirst().equalsIgnoreCase(coding);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
