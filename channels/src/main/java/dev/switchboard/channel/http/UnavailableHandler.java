package dev.switchboard.channel.http;

import dev.switchboard.bot.store.StoreUnavailable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers while the database cannot be used: nothing was acknowledged, so it may be sent again. */
@Singleton
final class UnavailableHandler
    implements ExceptionHandler<StoreUnavailable, HttpResponse<Problem>> {
  private static final Logger LOG = LoggerFactory.getLogger(UnavailableHandler.class);
  private static final long WAIT_SECONDS = 2;

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared so
  public HttpResponse<Problem> handle(HttpRequest request, StoreUnavailable fault) {
    LOG.warn("refused for the database: {}", fault.getMessage());
    var answer =
        Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Nothing can be kept at the moment. Please send it again.",
                "store",
                WAIT_SECONDS)
            .on(
                HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(WAIT_SECONDS)));
    return UnreadBody.leave(request, answer);
  }
}
