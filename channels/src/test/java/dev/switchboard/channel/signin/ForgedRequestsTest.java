package dev.switchboard.channel.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of others send in a colleague's name changes nothing. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = ForgedRequestsTest.DATABASE)
@Property(name = "switchboard.accounts.argon2.memory-kb", value = "4096")
@Property(name = "switchboard.accounts.argon2.passes", value = "1")
@Property(name = "switchboard.accounts.attempts-per-minute", value = "100000")
@Timeout(60)
class ForgedRequestsTest {
  static final String DATABASE =
      "jdbc:h2:mem:forged;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject Team team;

  @ParameterizedTest
  @CsvSource({
    "null",
    "https://evil.example",
    "http://127.0.0.1.evil.example",
    "http://evil.example/127.0.0.1",
    "https://sub.localhost"
  })
  void changesNothingForPagesOfOtherOrigins(String origin) {
    var browser = team.signedIn(Role.AGENT);
    for (var path : List.of("/desk/api/sign-out", "/desk/api/sign-in")) {
      var sent =
          browser.exchange(
              browser
                  .to(path)
                  .header("Content-Type", "application/json")
                  .header("X-CSRF-Token", browser.csrf)
                  .header("Origin", origin)
                  .POST(BodyPublishers.ofString("{\"email\":\"a\",\"password\":\"b\"}")));
      assertThat(sent.statusCode()).as(path).isEqualTo(403);
    }
    assertThat(me(browser)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void believesTheBrowserThatAnotherSiteSends(String site) {
    var browser = team.signedIn(Role.AGENT);

    var sent =
        browser.exchange(
            browser
                .to("/desk/api/sign-out")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", browser.csrf)
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString("{}")));

    assertThat(sent.statusCode()).isEqualTo(403);
    assertThat(me(browser)).isEqualTo(200);
  }

  @Test
  void changesNothingWithoutTheSessionsOwnToken() {
    var browser = team.signedIn(Role.AGENT);
    var other = team.signedIn(Role.AGENT);
    for (var token : List.of("", "wrong", other.csrf)) {
      browser.csrf = token;
      var sent = browser.post("/desk/api/sign-out", "{}");
      assertThat(sent.statusCode()).isEqualTo(403);
      assertThat(sent.body()).contains("\"code\":\"csrf\"");
    }
    assertThat(me(browser)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "post", "OPTIONS", "FOO"})
  void knowsNoOtherMethod(String method) {
    var browser = team.signedIn(Role.ADMIN);

    var sent =
        browser.exchange(
            browser
                .to("/desk/api/sign-out")
                .header("X-HTTP-Method-Override", "POST")
                .header("X-CSRF-Token", browser.csrf)
                .method(method, BodyPublishers.noBody()));

    assertThat(sent.statusCode()).isBetween(400, 499);
    assertThat(me(browser)).isEqualTo(200);
  }

  private static int me(Browser browser) {
    return browser.get("/desk/api/me").statusCode();
  }
}
