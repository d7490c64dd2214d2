package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Passwords;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.store.DurableCommit;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People of a team, who sign in with {@link #PASSWORD}. */
@Singleton
final class Team {
  static final String PASSWORD = "seven green kettles";

  private final AtomicInteger count = new AtomicInteger();
  private final EmbeddedServer server;
  private final Accounts accounts;
  private final Passwords passwords;
  private final DurableCommit commit;
  private final JdbcOperations jdbc;

  Team(
      EmbeddedServer server,
      Accounts accounts,
      Passwords passwords,
      DurableCommit commit,
      JdbcOperations jdbc) {
    this.server = server;
    this.accounts = accounts;
    this.passwords = passwords;
    this.commit = commit;
    this.jdbc = jdbc;
  }

  /** There is nobody any more. */
  void dissolve() {
    for (var table : List.of("account_browser", "account_link", "account_session", "account")) {
      commit.run(() -> jdbc.prepareStatement("delete from " + table, each -> each.executeUpdate()));
    }
  }

  /** Somebody new of that role. */
  Account add(Role role) {
    int n = count.incrementAndGet();
    var name = "%s %d".formatted(role.name().toLowerCase(Locale.ROOT), n);
    var added = accounts.add(n + "@team.example", name, role, passwords.hash(PASSWORD));
    return ((Admitted) added).account();
  }

  /** A browser in which nobody is signed in. */
  Browser browser() {
    return new Browser(server.getURI());
  }

  /** A browser in which somebody new of that role is signed in. */
  Browser signedIn(Role role) {
    return signedIn(add(role));
  }

  /** A browser in which somebody is signed in. */
  Browser signedIn(Account account) {
    var browser = browser();
    var me =
        browser.post("/desk/api/sign-in", Map.of("email", account.email(), "password", PASSWORD));
    if (me.statusCode() != 200) {
      throw new AssertionError(me.body());
    }
    browser.csrf = Browser.text(me, "csrf");
    return browser;
  }
}
