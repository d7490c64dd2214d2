package dev.switchboard.channel.web.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.bot.conversation.Vouched;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the tokens by which the team's own site vouches for customers. The keys and the way of
 * signing are those of the settings: what a token says of them ({@code alg}, {@code kid}, {@code
 * jku}, {@code jwk}, {@code x5u}) is never followed.
 */
@Singleton
final class Passports {
  /** Longest token, in characters. */
  static final int LONGEST = 8_192;

  /** Longest time from issue to end. */
  static final Duration LONGEST_LIFE = Duration.ofHours(1);

  /** How far the site's clock may be off. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private final IdentitySettings settings;
  private final Clock clock;
  private final List<JWSVerifier> verifiers;

  Passports(IdentitySettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    verifiers = SigningKeys.of(settings);
  }

  /**
   * What the token says.
   *
   * @throws Refusal with 401 when it is none, not signed by the site, not for us, not yet or no
   *     longer good: the same for all of it
   */
  Passport check(String token) {
    try {
      if (token.length() <= LONGEST) {
        var jwt = SignedJWT.parse(token);
        if (isSigned(jwt)) {
          return passport(jwt.getJWTClaimsSet());
        }
      }
    } catch (ParseException | JOSEException | IllegalArgumentException no) {
      throw refused();
    }
    throw refused();
  }

  private boolean isSigned(SignedJWT jwt) throws JOSEException {
    if (!jwt.getHeader().getAlgorithm().getName().equals(settings.algorithm().name())) {
      return false;
    }
    for (var verifier : verifiers) {
      if (jwt.verify(verifier)) {
        return true;
      }
    }
    return false;
  }

  private Passport passport(JWTClaimsSet claims) throws ParseException {
    var issued = instant(claims.getIssueTime());
    var until = instant(claims.getExpirationTime());
    var now = clock.instant();
    var notBefore = Optional.ofNullable(claims.getNotBeforeTime()).map(Date::toInstant);
    boolean good =
        claims.getAudience().contains(settings.audience())
            && now.isBefore(until.plus(SKEW))
            && !issued.isAfter(now.plus(SKEW))
            && notBefore.map(begin -> !begin.isAfter(now.plus(SKEW))).orElse(true)
            && !until.isAfter(issued.plus(LONGEST_LIFE));
    if (!good) {
      throw refused();
    }
    return new Passport(holder(claims), until.plus(SKEW));
  }

  private static Instant instant(Date claimed) {
    if (claimed == null) {
      throw refused();
    }
    return claimed.toInstant();
  }

  private static Vouched holder(JWTClaimsSet claims) throws ParseException {
    var subject = Optional.ofNullable(claims.getSubject()).orElse("");
    var email = Optional.ofNullable(claims.getStringClaim("email")).orElse("");
    var name = Optional.ofNullable(claims.getStringClaim("name")).orElse("");
    return new Vouched(
        subject, name.replaceAll("[\\p{Cc}\\p{Cf}]", ""), EmailField.isAddress(email) ? email : "");
  }

  private static Refusal refused() {
    return new Refusal(
        HttpStatus.UNAUTHORIZED, "identity", "The token that says who you are is not good.");
  }
}
