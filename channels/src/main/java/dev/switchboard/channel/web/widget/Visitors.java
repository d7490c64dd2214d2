package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Knows visitors by their tokens; of a token only its hash is kept. */
@Singleton
final class Visitors {
  /** How long a token is good for after it was last used to come back. */
  static final Duration VALID = Duration.ofDays(30);

  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_TOKEN = 64;
  private static final int LONGEST_LOCALE = 35;

  private final DurableCommit commit;
  private final VisitorTable table;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Made by the container.
   *
   * @param random makes the tokens, so it must not be guessable
   */
  Visitors(DurableCommit commit, VisitorTable table, Clock clock, RandomGenerator random) {
    this.commit = commit;
    this.table = table;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A visitor with the token that proves it.
   *
   * @param token what only the visitor knows
   */
  record Session(String token, Visitor visitor) {}

  /**
   * Lets a visitor in: the one of the token, or a new one where there is none or it is over.
   *
   * @param resume the token of a former visit
   * @param locale a BCP 47 tag, whatever it is
   */
  Session open(Optional<String> resume, String locale) {
    long until = clock.millis() + VALID.toMillis();
    return resume
        .flatMap(token -> find(token).map(visitor -> new Session(token, visitor)))
        .map(session -> {
          commit.run(() -> table.extend(hash(session.token()), until));
          return session;
        })
        .orElseGet(() -> begin(locale, until));
  }

  private Session begin(String locale, long until) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    var tag = Locale.forLanguageTag(locale).toLanguageTag();
    var known = tag.length() > LONGEST_LOCALE ? Locale.ROOT.toLanguageTag() : tag;
    commit.run(() -> {
      table.forget(clock.millis());
      table.save(new VisitorTable.Row(hash(token), id, known, until));
    });
    return new Session(token, new Visitor(id, Locale.forLanguageTag(known)));
  }

  /** The visitor of the token, unless it is over or never was. */
  Optional<Visitor> find(String token) {
    return token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : commit
            .read(() -> table.valid(hash(token), clock.millis()))
            .map(row -> new Visitor(row.visitorId(), Locale.forLanguageTag(row.locale())));
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
