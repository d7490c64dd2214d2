package dev.switchboard.bot.account;

import dev.switchboard.bot.account.Proof.Proved;
import dev.switchboard.bot.account.Proof.TooSoon;
import dev.switchboard.bot.account.Proof.Wrong;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out whether somebody is who they say, and tells strangers nothing about who there is. */
@Singleton
public final class SignIn {
  private final DurableCommit commit;
  private final AccountTable accounts;
  private final Passwords passwords;
  private final LockOut lockOut;

  SignIn(DurableCommit commit, AccountTable accounts, Passwords passwords, LockOut lockOut) {
    this.commit = commit;
    this.accounts = accounts;
    this.passwords = passwords;
    this.lockOut = lockOut;
  }

  /**
   * Tries a password.
   *
   * @param sender who tries it: a browser that is known for the account, or else a network, such
   *     that a stranger cannot easily be many
   * @throws TooManyAtOnce when others are being tried; it does not count as a failure
   */
  public Proof prove(String email, String password, String sender) {
    var wait = lockOut.wait(email, sender);
    if (wait.isPositive()) {
      return new TooSoon(wait);
    }
    var account = commit.read(() -> accounts.findByEmail(Accounts.lowerCase(email)));
    if (!matches(account.filter(AccountRow::active), password)) {
      lockOut.failed(email, sender);
      return new Wrong();
    }
    lockOut.clear(email, sender);
    return new Proved(account.orElseThrow().account());
  }

  private boolean matches(Optional<AccountRow> account, String password) {
    return account
        .map(row -> passwords.match(password, row.passwordHash()))
        .orElseGet(() -> passwords.matchNobody(password));
  }
}
