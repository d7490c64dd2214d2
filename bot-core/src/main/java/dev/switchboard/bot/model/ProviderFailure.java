package dev.switchboard.bot.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;

/** Why a call brought no answer. Never holds what was sent, nor the key. */
final class ProviderFailure extends HttpException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final Duration retryAfter;

  /** What kinds of failure there are, as far as something else is to be done. */
  enum Kind {
    /** Nobody is there. */
    UNREACHABLE,
    /** It takes too long to begin. */
    SLOW,
    /** It began and fell silent. */
    STALLED,
    /** It began and broke off. */
    CUT,
    /** It has too much to do, or something broke there. */
    OVERLOADED,
    /** We ask too often. */
    RATE_LIMITED,
    /** There is no money left there. */
    NO_CREDIT,
    /** The key is not good. */
    UNAUTHORIZED,
    /** It has no such model. */
    NO_MODEL,
    /** The question is longer than the model reads. */
    TOO_LONG,
    /** It does not take what was asked, such as an image. */
    REFUSED,
    /** What it said is no answer. */
    GARBAGE
  }

  ProviderFailure(Kind kind, int status, Duration retryAfter, String message) {
    super(status, message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  ProviderFailure(Kind kind, String message) {
    this(kind, 0, Duration.ZERO, message);
  }

  Kind kind() {
    return kind;
  }

  /** How long the provider wants to be left alone; zero when it does not say. */
  Duration retryAfter() {
    return retryAfter;
  }

  /** Whether the same call may succeed there a moment later. */
  boolean passes() {
    return switch (kind) {
      case UNREACHABLE, OVERLOADED, RATE_LIMITED, CUT -> true;
      case SLOW, STALLED, NO_CREDIT, UNAUTHORIZED, NO_MODEL, TOO_LONG, REFUSED, GARBAGE -> false;
    };
  }

  /** Whether it says something of the provider, not of what was asked. */
  boolean isTheirs() {
    return kind != Kind.TOO_LONG && kind != Kind.REFUSED;
  }

  /** The failure behind what a library threw, if it is one. */
  static Optional<ProviderFailure> behind(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProviderFailure failure) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }
}
