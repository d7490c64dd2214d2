package dev.switchboard.channel.desk;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Device;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.account.Sessions;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The people who work at the desk in tests. */
@Singleton
final class Team {
  private final Accounts accounts;
  private final Sessions sessions;
  private final EmbeddedServer server;
  private final JsonMapper json;

  Team(Accounts accounts, Sessions sessions, EmbeddedServer server, JsonMapper json) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.server = server;
    this.json = json;
  }

  /** Somebody of that name, signed in on a page of their own. */
  AgentPage signIn(String name, Role role) {
    var email = name.toLowerCase(Locale.ROOT) + "@team.example";
    var account =
        accounts
            .findByEmail(email)
            .orElseGet(() -> ((Admitted) accounts.add(email, name, role, "")).account());
    return signIn(account);
  }

  private AgentPage signIn(Account account) {
    var opened = sessions.open(account, new Device("", ""));
    return new AgentPage(server.getURI(), json, opened);
  }

  AgentPage agent(String name) {
    return signIn(name, Role.AGENT);
  }

  void signOut(AgentPage page) {
    sessions.end(page.session());
  }
}
