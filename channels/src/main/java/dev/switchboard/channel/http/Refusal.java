package dev.switchboard.channel.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that is refused at the door, with a reason that may be shown to its sender. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final @Nullable String code;
  private final @Nullable Long retryAfter;

  private Refusal(
      HttpStatus status, @Nullable String code, @Nullable Long retryAfter, String reason) {
    // Without a stack trace: being sent nonsense must cost little.
    super(reason, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /**
   * A refusal that its status explains.
   *
   * @param reason what the sender has to change; never repeats what was sent
   */
  public Refusal(HttpStatus status, String reason) {
    this(status, null, null, reason);
  }

  /**
   * A refusal that programs tell from others of the same status.
   *
   * @param code a short word
   * @param reason what the sender has to change; never repeats what was sent
   */
  public Refusal(HttpStatus status, String code, String reason) {
    this(status, code, null, reason);
  }

  /** Too many requests: it may succeed after that time, rounded up to whole seconds. */
  public static Refusal tooMany(Duration wait) {
    return new Refusal(
        HttpStatus.TOO_MANY_REQUESTS,
        "rate",
        seconds(wait),
        "That was too much at once. Wait a little.");
  }

  /** More work than can be done now: it may succeed after that time, rounded up likewise. */
  public static Refusal busy(Duration wait) {
    return new Refusal(
        HttpStatus.SERVICE_UNAVAILABLE,
        "busy",
        seconds(wait),
        "Very many people are writing at the moment. Please send it again in a little while.");
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** The response that says so. */
  public MutableHttpResponse<Problem> answer() {
    var response = HttpResponse.status(status);
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
    }
    return Problem.of(status, String.valueOf(getMessage()), code, retryAfter).on(response);
  }

  /** The status of the answer. */
  public HttpStatus status() {
    return status;
  }
}
