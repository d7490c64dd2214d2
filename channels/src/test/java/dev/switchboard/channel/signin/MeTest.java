package dev.switchboard.channel.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Device;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.account.Sessions;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who a page is told that uses it. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = MeTest.DATABASE)
class MeTest {
  static final String DATABASE =
      "jdbc:h2:mem:me;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject EmbeddedServer server;
  @Inject Accounts accounts;
  @Inject Sessions sessions;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(server.getURI());
  }

  @Test
  void isNobodyWithoutASession() {
    for (var cookie : new String[] {"", "switchboard-session=wrong", "switchboard-session="}) {
      browser.cookie = cookie;

      var refused = browser.get("/desk/api/me");

      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(Browser.text(refused, "code")).isEqualTo("signed_out");
    }
  }

  @Test
  void isWhoeverIsSignedIn() {
    var anna = account("Anna Ruiz", "Anna@Team.Example", Role.LEAD);
    browser.cookie = "switchboard-session=" + sessions.open(anna, new Device("", "")).token();

    var me = browser.get("/desk/api/me");

    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(Browser.object(me))
        .containsEntry("id", anna.id())
        .containsEntry("name", "Anna Ruiz")
        .containsEntry("email", "anna@team.example")
        .containsEntry("role", "LEAD")
        .containsKey("csrf");
    assertThat(me.headers().firstValue("Cache-Control")).contains("no-store");
  }

  private Account account(String name, String email, Role role) {
    return ((Admitted) accounts.add(email, name, role, "")).account();
  }
}
