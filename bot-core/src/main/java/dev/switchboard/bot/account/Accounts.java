package dev.switchboard.bot.account;

import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Admission.EmailTaken;
import dev.switchboard.bot.account.Admission.NameTaken;
import dev.switchboard.bot.account.Change.Done;
import dev.switchboard.bot.account.Change.LastAdmin;
import dev.switchboard.bot.account.Change.Unknown;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** The people of the support team. */
@Singleton
public final class Accounts {
  private final DurableCommit commit;
  private final AccountTable table;
  private final SessionTable sessions;
  private final LinkTable links;
  private final Clock clock;
  private final RandomGenerator random;

  Accounts(
      DurableCommit commit,
      AccountTable table,
      SessionTable sessions,
      LinkTable links,
      Clock clock,
      RandomGenerator random) {
    this.commit = commit;
    this.table = table;
    this.sessions = sessions;
    this.links = links;
    this.clock = clock;
    this.random = random;
  }

  /** The account of that id, active or not. */
  public Optional<Account> find(String id) {
    return commit.read(() -> table.findById(id)).map(AccountRow::account);
  }

  /** The account of that address, active or not, whatever the case. */
  public Optional<Account> findByEmail(String email) {
    return commit.read(() -> table.findByEmail(lowerCase(email))).map(AccountRow::account);
  }

  /** Everybody who ever belonged to the team, by name. */
  public List<Account> all() {
    return commit.read(table::all).stream().map(AccountRow::account).toList();
  }

  /** Everybody who may sign in, by name. */
  public List<Account> active() {
    return all().stream().filter(Account::active).toList();
  }

  /** Whether somebody can decide who belongs to the team. */
  public boolean haveAdmin() {
    return commit.read(table::countAdmins) > 0;
  }

  /**
   * Takes somebody into the team.
   *
   * @param email well-formed, in any case
   * @param name kept as it is, but for blanks around it
   * @param passwordHash as {@link Passwords} makes it
   */
  public Admission add(String email, String name, Role role, String passwordHash) {
    var account =
        new Account(
            new UUID(random.nextLong(), random.nextLong()).toString(),
            lowerCase(email),
            Normalizer.normalize(name.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC),
            role,
            true);
    return commit.write(() -> insert(account, passwordHash));
  }

  private Admission insert(Account account, String passwordHash) {
    int added =
        table.add(
            account.id(),
            account.email(),
            account.name(),
            key(account.name()),
            account.role().name(),
            passwordHash,
            clock.millis());
    if (added == 1) {
      return new Admitted(account);
    }
    return table.findByEmail(account.email()).isPresent() ? new EmailTaken() : new NameTaken();
  }

  /** Gives somebody another role and signs them out. */
  public Change changeRole(String id, Role role) {
    return change(id, account -> with(account, role, account.active()));
  }

  /**
   * Lets somebody sign in again, or no more: then they are signed out, and their links are void.
   */
  public Change changeActive(String id, boolean active) {
    return change(id, account -> with(account, account.role(), active));
  }

  private Change change(String id, UnaryOperator<Account> wish) {
    return commit.write(() -> {
      var admins = table.lockAdmins();
      var found = table.findById(id).map(AccountRow::account);
      if (found.isEmpty()) {
        return new Unknown();
      }
      var wished = wish.apply(found.get());
      boolean onlyAdmin = admins.size() == 1 && admins.getFirst().id().equals(id);
      return onlyAdmin && !isAdmin(wished) ? new LastAdmin() : keep(wished);
    });
  }

  private Change keep(Account account) {
    table.change(account.id(), account.role().name(), account.active());
    signOut(account);
    return new Done(account);
  }

  /** Sets another password, signs out everywhere, and makes links for a new one void. */
  public void changePassword(Account account, String passwordHash) {
    commit.run(() -> {
      table.changePassword(account.id(), passwordHash);
      signOut(account);
    });
  }

  private void signOut(Account account) {
    sessions.endAll(account.id());
    links.endAll(account.id());
  }

  private static boolean isAdmin(Account account) {
    return account.active() && account.role() == Role.ADMIN;
  }

  private static Account with(Account account, Role role, boolean active) {
    return new Account(account.id(), account.email(), account.name(), role, active);
  }

  // What looks the same is the same: nobody shall pass for a colleague by a wide letter.
  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  static String lowerCase(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
