package dev.switchboard.channel.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Link.Invitation;
import dev.switchboard.bot.account.Links;
import dev.switchboard.bot.account.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people join the team by a link that works once. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = JoiningTest.DATABASE)
@Property(name = "switchboard.accounts.argon2.memory-kb", value = "4096")
@Property(name = "switchboard.accounts.argon2.passes", value = "1")
@Property(name = "switchboard.accounts.attempts-per-minute", value = "100000")
@Timeout(60)
class JoiningTest {
  static final String DATABASE =
      "jdbc:h2:mem:joining;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject Team team;
  @Inject Accounts accounts;
  @Inject Links links;

  @Test
  void letsTheInvitedIn() {
    var admin = team.signedIn(Role.ADMIN);
    var made =
        admin.post(
            "/desk/api/team/invitations", Map.of("email", "carla@team.example", "role", "LEAD"));
    assertThat(made.statusCode()).isEqualTo(201);
    var token = Browser.text(made, "path").replace("/desk/join#", "");

    var carla = team.browser();
    assertThat(carla.post("/desk/api/links/look", Map.of("token", token)).body())
        .contains("join", "carla@team.example", "LEAD");
    var joined =
        carla.post(
            "/desk/api/links/join",
            Map.of("token", token, "name", "Carla", "password", "eleven red buckets"));

    assertThat(joined.statusCode()).isEqualTo(200);
    assertThat(me(carla)).isEqualTo(200);
    assertThat(accounts.findByEmail("carla@team.example").orElseThrow().role())
        .isEqualTo(Role.LEAD);
    var again =
        team.browser()
            .post(
                "/desk/api/links/join",
                Map.of("token", token, "name", "Carl", "password", "eleven red buckets"));
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(
            admin
                .post(
                    "/desk/api/team/invitations",
                    Map.of("email", "CARLA@team.example", "role", "LEAD"))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void hasNoWayToSetUpOnceThereIsAnAdmin() {
    team.add(Role.ADMIN);

    var late =
        team.browser()
            .post(
                "/desk/api/links/setup",
                Map.of(
                    "token",
                    links.forSetup(),
                    "email",
                    "m@team.example",
                    "name",
                    "Mallory",
                    "password",
                    "eleven red buckets"));

    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(accounts.findByEmail("m@team.example")).isEmpty();
  }

  @Test
  void keepsTheLastAdmin() {
    var last = team.add(Role.ADMIN);
    accounts.active().stream()
        .filter(account -> !account.equals(last))
        .forEach(account -> accounts.changeRole(account.id(), Role.AGENT));
    var admin = team.signedIn(last);

    var refused =
        admin.post("/desk/api/team/%s/active".formatted(last.id()), Map.of("active", false));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("last_admin");
    assertThat(me(admin)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup", "join", "reset", "look"})
  void refusesTokensThatAreNone(String purpose) {
    for (var token : List.of("null", "[]", "{}", "true", "1", "[null]", "{\"$ne\":\"\"}")) {
      var body =
          "{\"token\":%s,\"email\":\"a@b.example\",\"name\":\"A\",\"password\":\"eleven red buckets\"}"
              .formatted(token);
      assertThat(team.browser().post("/desk/api/links/" + purpose, body).statusCode())
          .as(token)
          .isEqualTo(400);
    }
    for (var token : List.of("", " ", "x", "x".repeat(43), "x".repeat(60_000), "' or 1=1 --")) {
      var body =
          Map.of(
              "token",
              token,
              "email",
              "a@b.example",
              "name",
              "A",
              "password",
              "eleven red buckets");
      assertThat(team.browser().post("/desk/api/links/" + purpose, body).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void checksWhatPeopleEnter() {
    team.add(Role.ADMIN);
    var token = links.forInvitation(new Invitation("dora@hillside.example", Role.AGENT));

    assertThat(refusal(token, "", "eleven red buckets")).isEqualTo("name");
    assertThat(refusal(token, "x".repeat(81), "eleven red buckets")).isEqualTo("name");
    assertThat(refusal(token, "Dora\u202egnp.exe", "eleven red buckets")).isEqualTo("name");
    assertThat(refusal(token, "Do\nra", "eleven red buckets")).isEqualTo("name");
    assertThat(refusal(token, "Dora", "short")).isEqualTo("password");
    assertThat(refusal(token, "Dora", "x".repeat(20_000))).isEqualTo("password");
    assertThat(refusal(token, "Dora", "password1234")).isEqualTo("password");
    assertThat(refusal(token, "Dora", "hillside-dora-1")).isEqualTo("password");
    assertThat(links.find(token)).isPresent();
  }

  private String refusal(String token, String name, String password) {
    var refused =
        team.browser()
            .post(
                "/desk/api/links/join", Map.of("token", token, "name", name, "password", password));
    assertThat(refused.statusCode()).isEqualTo(422);
    return Browser.text(refused, "code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "@b.example",
        "a@",
        "a b@c.example",
        "a@b..example",
        "<a@b.example>",
        "a@b.example,c@d.example"
      })
  void refusesAddressesThatAreNone(String email) {
    var admin = team.signedIn(Role.ADMIN);

    assertThat(
            admin
                .post("/desk/api/team/invitations", Map.of("email", email, "role", "AGENT"))
                .statusCode())
        .isEqualTo(422);
  }

  private static int me(Browser browser) {
    return browser.get("/desk/api/me").statusCode();
  }
}
