package dev.switchboard.channel.web.widget;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * How customers prove who they are: by a JSON Web Token that the team's own site signs for them.
 *
 * @param mode whether they have to
 * @param audience what a token has to name as its audience, so that a token for another service is
 *     good for nothing here
 * @param algorithm how tokens are signed; what a token itself says of that is not believed
 * @param secret the key that is shared with the site, for {@link Algorithm#HS256}
 * @param keys a file with the site's public keys, PEM or a JSON Web Key Set, for the others
 */
@ConfigurationProperties("switchboard.widget.identity")
record IdentitySettings(
    @Bindable(defaultValue = "anonymous") Mode mode,
    @Bindable(defaultValue = "") String audience,
    @Bindable(defaultValue = "HS256") Algorithm algorithm,
    @Bindable(defaultValue = "") String secret,
    @Bindable(defaultValue = "") String keys) {
  private static final int LEAST_SECRET = 32;

  /** Whether customers have to say who they are. */
  enum Mode {
    /** Nobody is asked, and nobody can say. */
    ANONYMOUS,
    /** Who wants to can say so, and finds their conversations on every device. */
    OPTIONAL,
    /** Nobody gets in without, nor stays in when the token is over. */
    REQUIRED;

    /** Whether somebody of that standing may go on. */
    boolean admits(Visitor.Standing standing, Instant now) {
      return switch (this) {
        case ANONYMOUS -> standing instanceof Visitor.Anonymous;
        case OPTIONAL -> true;
        case REQUIRED -> standing instanceof Visitor.Identified identified && identified.is(now);
      };
    }

    /** Whether somebody of that standing may come back without saying again who they are. */
    boolean resumes(Visitor.Standing standing, Instant now) {
      return admits(standing, now)
          && switch (standing) {
            case Visitor.Anonymous _ -> true;
            case Visitor.Identified identified -> identified.is(now);
          };
    }
  }

  /** How tokens are signed. */
  enum Algorithm {
    HS256,
    RS256,
    ES256
  }

  IdentitySettings {
    if (mode != Mode.ANONYMOUS) {
      require(!audience.isBlank(), "audience must not be blank");
      boolean shared = algorithm == Algorithm.HS256;
      require(
          !shared || secret.getBytes(StandardCharsets.UTF_8).length >= LEAST_SECRET,
          "secret must have at least %d bytes".formatted(LEAST_SECRET));
      require(shared || !keys.isBlank(), "keys must name a file");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ConfigurationException("switchboard.widget.identity." + otherwise);
    }
  }

  /** Without the secret: settings end up in logs. */
  @Override
  public String toString() {
    return "IdentitySettings[mode=%s, audience=%s, algorithm=%s, keys=%s]"
        .formatted(mode, audience, algorithm, keys);
  }
}
