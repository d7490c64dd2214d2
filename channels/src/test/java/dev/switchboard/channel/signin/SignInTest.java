package dev.switchboard.channel.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people get in, and how nobody else does. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SignInTest.DATABASE)
@Property(name = "switchboard.accounts.argon2.memory-kb", value = "4096")
@Property(name = "switchboard.accounts.argon2.passes", value = "1")
@Property(name = "switchboard.accounts.attempts-per-minute", value = "100000")
@Timeout(60)
class SignInTest {
  static final String DATABASE =
      "jdbc:h2:mem:signin;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final String WRONG = "wrong, wrong, wrong";
  private static final String SIGN_IN = "/desk/api/sign-in";

  @Inject Team team;

  @Test
  void letsSomebodyInWithACookieThatOnlyThisServerGets() {
    var anna = team.add(Role.AGENT);

    var in = signIn(team.browser(), anna.email(), Team.PASSWORD);

    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(Browser.object(in)).containsEntry("id", anna.id()).containsEntry("role", "AGENT");
    assertThat(Browser.set(in).findFirst().orElseThrow())
        .matches("switchboard-session=[\\w-]{43};.*")
        .containsIgnoringCase("; HttpOnly")
        .containsIgnoringCase("; SameSite=Strict")
        .containsIgnoringCase("; Path=/")
        .doesNotContainIgnoringCase("Domain");
  }

  @ParameterizedTest
  @CsvSource({"nobody@team.example", "1@team.example", "''", "not an address"})
  void saysTheSameWhateverIsWrong(String email) {
    team.add(Role.AGENT);

    var refused = signIn(team.browser(), email, WRONG);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body())
        .contains("\"code\":\"credentials\"", "The address or the password is not right.");
    assertThat(Browser.set(refused)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "{}", "true", "7", "[\"seven green kettles\"]"})
  void refusesWhatIsNoPassword(String password) {
    var anna = team.add(Role.AGENT);

    var refused =
        team.browser()
            .post(SIGN_IN, "{\"email\":\"%s\",\"password\":%s}".formatted(anna.email(), password));

    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void refusesALongPasswordBeforeItIsHashed() {
    var anna = team.add(Role.AGENT);

    assertThat(signIn(team.browser(), anna.email(), "x".repeat(129)).statusCode()).isEqualTo(401);
    assertThat(signIn(team.browser(), anna.email(), "x".repeat(1_000_000)).statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/json"})
  void readsJsonOnly(String type) {
    var browser = team.signedIn(Role.AGENT);

    for (var path : List.of(SIGN_IN, "/desk/api/links/look", "/desk/api/account/password")) {
      var sent =
          browser.exchange(
              browser
                  .to(path)
                  .header("Content-Type", type)
                  .header("X-CSRF-Token", browser.csrf)
                  .POST(BodyPublishers.ofString("{\"email\":\"a\",\"password\":\"b\"}")));
      assertThat(sent.statusCode()).as(path).isEqualTo(415);
    }
  }

  @Test
  void beginsANewSessionWhateverTheBrowserHadBefore() {
    var anna = team.add(Role.AGENT);
    var planted = team.browser();
    planted.cookie = "switchboard-session=" + "a".repeat(43);
    signIn(planted, anna.email(), Team.PASSWORD);
    assertThat(planted.cookie).doesNotContain("a".repeat(43));
    assertThat(me(planted)).isEqualTo(200);

    var former = planted.cookie;
    signIn(planted, anna.email(), Team.PASSWORD);
    assertThat(planted.cookie).isNotEqualTo(former);
    planted.cookie = former;
    assertThat(me(planted)).isEqualTo(401);
  }

  @Test
  void forgetsTheSessionOfWhoSignsOut() {
    var browser = team.signedIn(Role.AGENT);
    var stolen = browser.cookie;

    assertThat(browser.post("/desk/api/sign-out", "{}").statusCode()).isEqualTo(204);

    assertThat(browser.cookie).isEqualTo("switchboard-session=");
    browser.cookie = stolen;
    assertThat(me(browser)).isEqualTo(401);
  }

  @Test
  void endsAllSessionsOfWhomAnAdminChangesAtOnce() {
    var admin = team.signedIn(Role.ADMIN);
    var anna = team.add(Role.AGENT);
    var first = team.signedIn(anna);
    var second = team.signedIn(anna);

    assertThat(admin.post(path(anna, "role"), Map.of("role", "LEAD")).statusCode()).isEqualTo(200);
    assertThat(me(first)).isEqualTo(401);
    assertThat(me(second)).isEqualTo(401);
    assertThat(Browser.text(team.signedIn(anna).get("/desk/api/me"), "role")).isEqualTo("LEAD");

    first = team.signedIn(anna);
    assertThat(admin.post(path(anna, "active"), Map.of("active", false)).statusCode())
        .isEqualTo(200);
    assertThat(me(first)).isEqualTo(401);
    assertThat(signIn(team.browser(), anna.email(), Team.PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void endsAllOtherSessionsOfWhoChangesTheirPassword() {
    var anna = team.add(Role.AGENT);
    var here = team.signedIn(anna);
    var elsewhere = team.signedIn(anna);
    var change = Map.of("current", Team.PASSWORD, "password", "eleven red buckets");

    var wrong =
        here.post(
            "/desk/api/account/password",
            Map.of("current", "nonsense nonsense", "password", "eleven red buckets"));
    assertThat(wrong.statusCode()).isEqualTo(409);
    assertThat(me(elsewhere)).isEqualTo(200);

    var changed = here.post("/desk/api/account/password", change);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(me(here)).isEqualTo(200);
    assertThat(me(elsewhere)).isEqualTo(401);
    assertThat(signIn(team.browser(), anna.email(), Team.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(here.post("/desk/api/sign-out", "{}").statusCode()).isEqualTo(403);
    here.csrf = Browser.text(changed, "csrf");
    assertThat(here.post("/desk/api/sign-out", "{}").statusCode()).isEqualTo(204);
  }

  @Test
  void showsPeopleWhereTheyAreSignedInAndSignsThemOutEverywhere() {
    var anna = team.add(Role.AGENT);
    var here = team.signedIn(anna);
    var elsewhere = team.signedIn(anna);

    assertThat(here.get("/desk/api/account/sessions").body())
        .contains("\"current\":true", "\"current\":false", "\"place\":\"127.0.0.1\"");
    assertThat(here.post("/desk/api/account/sign-out-everywhere", "{}").statusCode())
        .isEqualTo(204);
    assertThat(me(elsewhere)).isEqualTo(401);
  }

  @Test
  void makesWhoFailsOftenWait() {
    var anna = team.add(Role.AGENT);
    for (int failure = 0; failure < 5; failure++) {
      signIn(team.browser(), anna.email(), WRONG);
    }

    var refused = signIn(team.browser(), anna.email(), Team.PASSWORD);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
  }

  @Test
  void doesNotMakeSomebodyWaitForWhatStrangersDid() {
    var anna = team.add(Role.AGENT);
    var here = team.signedIn(anna);
    for (int failure = 0; failure < 6; failure++) {
      signIn(team.browser(), anna.email(), WRONG);
    }

    assertThat(signIn(team.browser(), anna.email(), Team.PASSWORD).statusCode()).isEqualTo(429);
    assertThat(signIn(here, anna.email(), Team.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void triesFewPasswordsAtOnceAndAnswersAll() throws Exception {
    var anna = team.add(Role.AGENT);
    try (var pool = Executors.newFixedThreadPool(50)) {
      Callable<Integer> attempt =
          () -> signIn(team.browser(), UUID.randomUUID() + "@team.example", WRONG).statusCode();
      var statuses = new ArrayList<Integer>();
      for (var running : pool.invokeAll(IntStream.range(0, 300).mapToObj(n -> attempt).toList())) {
        statuses.add(running.get());
      }
      assertThat(statuses).hasSize(300).allMatch(status -> status == 401 || status == 429);
    }
    assertThat(signIn(team.browser(), anna.email(), Team.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void takesAsLongForNobodyAsForSomebody() {
    var anna = team.add(Role.AGENT);
    var known = new ArrayList<Long>();
    var unknown = new ArrayList<Long>();
    var browser = team.browser();
    for (int round = 0; round < 100; round++) {
      unknown.add(time(() -> signIn(browser, UUID.randomUUID() + "@team.example", WRONG)));
      known.add(time(() -> signIn(browser, anna.email(), WRONG)));
      // So that the failures before are forgotten.
      signIn(browser, anna.email(), Team.PASSWORD);
    }

    assertThat(Math.abs(median(known) - median(unknown))).isLessThan(10_000_000);
    // Without the hash it would take a fraction.
    assertThat(median(unknown)).isBetween(median(known) / 2, median(known) * 2);
  }

  private static long time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  @Test
  void showsTheWayInToPeopleAndTellsProgramsWhy() {
    for (var page : List.of("/desk/account", "/desk/team")) {
      var shown = team.browser().open(page);
      assertThat(shown.statusCode()).isEqualTo(303);
      assertThat(shown.headers().firstValue("Location")).contains("/desk/sign-in");
    }
    assertThat(team.signedIn(Role.AGENT).open("/desk/team").statusCode()).isEqualTo(403);
    assertThat(team.browser().get("/desk/api/team").statusCode()).isEqualTo(401);
    assertThat(team.browser().get("/desk/team").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> signIn(Browser browser, String email, String password) {
    return browser.post(SIGN_IN, Map.of("email", email, "password", password));
  }

  private static int me(Browser browser) {
    return browser.get("/desk/api/me").statusCode();
  }

  private static String path(Account account, String what) {
    return "/desk/api/team/%s/%s".formatted(account.id(), what);
  }
}
