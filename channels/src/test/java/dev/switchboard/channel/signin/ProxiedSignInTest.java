package dev.switchboard.channel.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signing in through the team's own proxy. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = ProxiedSignInTest.DATABASE)
@Property(name = "switchboard.accounts.attempts-per-minute", value = "3")
@Property(name = "switchboard.trusted-proxies", value = "127.0.0.0/8,::1")
@Timeout(60)
class ProxiedSignInTest {
  static final String DATABASE =
      "jdbc:h2:mem:proxied;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject Team team;

  @Test
  void countsEachNetworkBehindTheProxyForItself() {
    for (int i = 0; i < 3; i++) {
      assertThat(signIn("203.0.113.7", "nobody@team.example").statusCode()).isEqualTo(401);
    }

    assertThat(signIn("203.0.113.7", "nobody@team.example").statusCode()).isEqualTo(429);
    assertThat(signIn("203.0.113.8", "nobody@team.example").statusCode()).isEqualTo(401);
  }

  @Test
  void remembersWhereSomebodySignedInFrom() {
    var anna = team.add(Role.AGENT);
    var browser = team.browser();

    var in = signIn(browser, "198.51.100.4", anna.email());

    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(browser.get("/desk/api/account/sessions").body()).contains("198.51.100.4");
  }

  private HttpResponse<String> signIn(String sender, String email) {
    return signIn(team.browser(), sender, email);
  }

  private static HttpResponse<String> signIn(Browser browser, String sender, String email) {
    return browser.exchange(
        browser
            .to("/desk/api/sign-in")
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", sender)
            .POST(
                BodyPublishers.ofString(
                    "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Team.PASSWORD))));
  }
}
