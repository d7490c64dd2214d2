package dev.switchboard.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 has it.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what the sender can do; never repeats what was sent
 * @param code which problem it is of those with the same status, for programs; null where the
 *     status says it all
 * @param retryAfter seconds after which it may succeed; null where waiting does not help
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String code,
    @Nullable @JsonProperty("retry_after") Long retryAfter) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(HttpStatus status, String detail) {
    return of(status, detail, null, null);
  }

  static Problem of(
      HttpStatus status, String detail, @Nullable String code, @Nullable Long retryAfter) {
    return new Problem(
        "about:blank", status.getReason(), status.getCode(), detail, code, retryAfter);
  }

  MutableHttpResponse<Problem> on(MutableHttpResponse<?> response) {
    return response.body(this).contentType(MEDIA_TYPE);
  }
}
