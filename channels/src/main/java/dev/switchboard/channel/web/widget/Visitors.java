package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Customers;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.Sha256;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
  private final Customers customers;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Made by the container.
   *
   * @param random makes the tokens, so it must not be guessable
   */
  Visitors(
      DurableCommit commit,
      VisitorTable table,
      Customers customers,
      Clock clock,
      RandomGenerator random) {
    this.commit = commit;
    this.table = table;
    this.customers = customers;
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
   * Lets a visitor in whom nobody knows.
   *
   * @param locale a BCP 47 tag, whatever it is
   */
  Session begin(String locale) {
    var id = id();
    return commit.write(() -> begin(id, id, locale, null));
  }

  /** Lets a visitor in again, for as long as if they were new. */
  Session resume(String token, Visitor visitor) {
    commit.run(() -> table.extend(hash(token), until()));
    return new Session(token, visitor);
  }

  /**
   * Lets a visitor in whom the team's own site vouches for. What they wrote in this browser before
   * they said who they are becomes theirs; what somebody else wrote in it does not.
   *
   * @param former the token of the visit that this browser has now, if any
   */
  Session identify(Optional<String> former, String locale, Passport passport) {
    return commit.write(() -> {
      var before = former.flatMap(this::session);
      return before
          .map(session ->
              switch (session.visitor().standing()) {
                case Visitor.Anonymous _ -> identifyFirst(session, locale, passport);
                case Visitor.Identified _ -> identifyAgain(session, locale, passport);
              })
          .orElseGet(() -> identifyAnew(locale, passport));
    });
  }

  private Optional<Session> session(String token) {
    return find(token).map(visitor -> new Session(token, visitor));
  }

  private Session identifyFirst(Session session, String locale, Passport passport) {
    // Of several who do this at once with one token, one alone ends it, and takes all along.
    if (table.end(hash(session.token())) != 1) {
      return identifyAnew(locale, passport);
    }
    var theirs = customers.joined(Visitor.CHANNEL, session.visitor().id(), passport.holder());
    return begin(theirs, session.visitor().origin(), locale, millis(passport));
  }

  private Session identifyAgain(Session session, String locale, Passport passport) {
    var theirs = customers.known(Visitor.CHANNEL, id(), passport.holder());
    if (!theirs.equals(session.visitor().id())) {
      table.end(hash(session.token()));
      return begin(theirs, id(), locale, millis(passport));
    }
    // The same token: other pages of this browser have it too.
    table.renew(hash(session.token()), until(), millis(passport));
    return session(session.token()).orElse(session);
  }

  private Session identifyAnew(String locale, Passport passport) {
    var theirs = customers.known(Visitor.CHANNEL, id(), passport.holder());
    return begin(theirs, id(), locale, millis(passport));
  }

  private static long millis(Passport passport) {
    return passport.until().toEpochMilli();
  }

  private Session begin(String id, String origin, String locale, @Nullable Long identifiedUntil) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    table.forget(clock.millis());
    var row =
        new VisitorTable.Row(hash(token), id, known(locale), until(), origin, identifiedUntil);
    table.save(row);
    return new Session(token, row.visitor());
  }

  private static String known(String locale) {
    var tag = Locale.forLanguageTag(locale).toLanguageTag();
    return tag.length() > LONGEST_LOCALE ? Locale.ROOT.toLanguageTag() : tag;
  }

  /** The visitor of the token, unless it is over or never was. */
  Optional<Visitor> find(String token) {
    return token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : commit
            .read(() -> table.valid(hash(token), clock.millis()))
            .map(VisitorTable.Row::visitor);
  }

  /** Forgets the token, for a visitor who leaves. */
  void end(String token) {
    commit.run(() -> table.end(hash(token)));
  }

  private long until() {
    return clock.millis() + VALID.toMillis();
  }

  private String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static String hash(String token) {
    return Sha256.hex(token);
  }
}
