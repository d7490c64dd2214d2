package dev.switchboard.bot.account;

import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Admission.LinkOver;
import dev.switchboard.bot.account.Link.Invitation;
import dev.switchboard.bot.account.Link.Reset;
import dev.switchboard.bot.account.Link.Setup;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Links that let somebody in once, within a time; what counts is the token in them. */
@Singleton
public final class Links {
  /** How long the link is good for that begins the team. */
  public static final Duration SETUP_TIME = Duration.ofMinutes(30);

  /** How long all others are good for. */
  public static final Duration TIME = Duration.ofHours(24);

  private static final int LONGEST_TOKEN = 64;

  private final DurableCommit commit;
  private final LinkTable table;
  private final Accounts accounts;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Made by the container.
   *
   * @param random makes the tokens, so it must not be guessable
   */
  Links(
      DurableCommit commit,
      LinkTable table,
      Accounts accounts,
      Clock clock,
      RandomGenerator random) {
    this.commit = commit;
    this.table = table;
    this.accounts = accounts;
    this.clock = clock;
    this.random = random;
  }

  /** A token for whoever shall be the first admin; void once there is one. */
  public String forSetup() {
    return make(LinkRow.SETUP, null, null, null, SETUP_TIME);
  }

  /** A token for somebody who shall join the team. */
  public String forInvitation(Invitation invitation) {
    var email = Accounts.lowerCase(invitation.email());
    return make(LinkRow.INVITATION, email, invitation.role().name(), null, TIME);
  }

  /** A token for somebody who has lost their password. */
  public String forReset(Account account) {
    return make(LinkRow.RESET, null, null, account.id(), TIME);
  }

  private String make(
      String purpose,
      @Nullable String email,
      @Nullable String role,
      @Nullable String accountId,
      Duration time) {
    var token = Secret.token(random);
    long now = clock.millis();
    commit.run(() -> {
      table.forget(now);
      table.save(
          new LinkRow(Secret.hash(token), purpose, email, role, accountId, now + time.toMillis()));
    });
    return token;
  }

  /** What the token is for, unless it was used, is over or never was. */
  public Optional<Link> find(String token) {
    return token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : commit.read(() -> table.valid(Secret.hash(token), clock.millis()).flatMap(this::link));
  }

  private Optional<Link> link(LinkRow row) {
    return switch (row.purpose()) {
      case LinkRow.SETUP -> accounts.haveAdmin() ? Optional.empty() : Optional.of(new Setup());
      case LinkRow.INVITATION -> Optional.of(invitation(row));
      case LinkRow.RESET -> account(row).map(Reset::new);
      default -> throw new IllegalStateException("a link is for " + row.purpose());
    };
  }

  private static Invitation invitation(LinkRow row) {
    return new Invitation(
        Objects.requireNonNull(row.email()), Role.valueOf(Objects.requireNonNull(row.role())));
  }

  private Optional<Account> account(LinkRow row) {
    return accounts.find(Objects.requireNonNull(row.accountId())).filter(Account::active);
  }

  /** Begins the team; of several who do it at once one is first and the others are too late. */
  public Admission setUp(String token, String email, String name, String passwordHash) {
    return commit.write(() -> {
      boolean open =
          table.lockSetups(clock.millis()).stream()
              .anyMatch(row -> row.tokenHash().equals(Secret.hash(token)));
      if (!open || accounts.haveAdmin()) {
        return new LinkOver();
      }
      return using(
          () -> accounts.add(email, name, Role.ADMIN, passwordHash), account -> table.endSetups());
    });
  }

  /** Lets the invited join the team. */
  public Admission join(String token, String name, String passwordHash) {
    return commit.write(() -> {
      if (!(locked(token) instanceof Invitation invitation)) {
        return new LinkOver();
      }
      return using(
          () -> accounts.add(invitation.email(), name, invitation.role(), passwordHash),
          account -> table.endInvitations(account.email()));
    });
  }

  /** Sets another password; signs out whoever was signed in to the account. */
  public Admission reset(String token, String passwordHash) {
    return commit.write(() -> {
      if (!(locked(token) instanceof Reset reset)) {
        return new LinkOver();
      }
      accounts.changePassword(reset.account(), passwordHash);
      return new Admitted(reset.account());
    });
  }

  private @Nullable Link locked(String token) {
    return table.lock(Secret.hash(token), clock.millis()).flatMap(this::link).orElse(null);
  }

  // A link whose use fails because the name is taken can be used again.
  private static Admission using(Supplier<Admission> use, Consumer<Account> end) {
    var admission = use.get();
    if (admission instanceof Admitted admitted) {
      end.accept(admitted.account());
    }
    return admission;
  }
}
