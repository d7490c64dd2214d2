package dev.switchboard.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.app.wiring.StartingKnowledge;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Device;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.account.Sessions;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.StoreDefaults;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every address of the running server, and who of all may call it. The table says it; an address
 * that is not in it fails the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
  private static final String EVERYBODY = "everybody";
  private static final String NOBODY = "";
  private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, List<String>> table = table();
  private RunningServer server;

  /** Somebody who calls. */
  private enum Caller {
    ANONYMOUS(NOBODY),
    WRONG_COOKIE(NOBODY),
    AGENT("AGENT"),
    AUTHOR("AUTHOR"),
    LEAD("LEAD"),
    ADMIN("ADMIN"),
    DISABLED_ADMIN(NOBODY),
    EXPIRED_ADMIN(NOBODY);

    /** The role that counts. */
    private final String role;

    Caller(String role) {
      this.role = role;
    }
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    var knowledge = Files.writeString(folder.resolve("faq.csv"), "question,answer\nWhere?,Here.\n");
    var settings = new HashMap<String, Object>();
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    settings.put(StartingKnowledge.PATH, knowledge.toString());
    settings.put(Application.DATABASE, StoreDefaults.inMemory("routes"));
    settings.put("switchboard.accounts.attempts-per-minute", 100_000);
    server = RunningServer.start(settings, line -> {});
  }

  @AfterAll
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void areAllInTheTable() {
    var routes =
        server
            .part(Router.class)
            .uriRoutes()
            .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
            .filter(route -> !route.startsWith("HEAD "))
            .collect(toCollection(TreeSet::new));

    assertThat(routes).isEqualTo(table.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void letInWhoTheTableSaysAndNobodyElse(Caller caller) throws Exception {
    var wrong = new TreeMap<String, String>();
    for (var route : table.entrySet()) {
      var answer = call(route.getKey(), caller);
      var expected = expected(route.getValue(), caller);
      if (!expected.equals(answer)) {
        wrong.put(route.getKey(), "%s instead of %s".formatted(answer, expected));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String expected(List<String> allowed, Caller caller) {
    if (allowed.contains(EVERYBODY) || allowed.contains(caller.role)) {
      return "in";
    }
    return caller.role.equals(NOBODY) ? "sign in" : "other role";
  }

  private String call(String route, Caller caller) throws Exception {
    var words = route.split(" ", 2);
    var path = words[1].replaceAll("\\{[^}]*}", "x");
    var request = HttpRequest.newBuilder(server.address().resolve(path));
    request.header("Content-Type", "application/json");
    var cookie = cookie(caller);
    if (!cookie.isEmpty()) {
      request.header("Cookie", "switchboard-session=" + cookie);
    }
    if (!words[0].equals("GET") && !caller.role.equals(NOBODY)) {
      request.header("X-CSRF-Token", csrf(cookie));
    }
    request.method(
        words[0], words[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    return outcome(route, client.send(request.build(), BodyHandlers.ofInputStream()));
  }

  private static String outcome(String route, HttpResponse<InputStream> response)
      throws IOException {
    try (var body = response.body()) {
      assertHardened(route, response);
      assertThat(response.statusCode()).as(route).isLessThan(500);
      // Else it may be a stream without an end.
      var problem = response.statusCode() < 400 ? "" : new String(body.readAllBytes(), UTF_8);
      boolean toSignIn =
          response.headers().firstValue("Location").filter("/desk/sign-in"::equals).isPresent();
      if (toSignIn || problem.contains("\"code\":\"signed_out\"")) {
        return "sign in";
      }
      return problem.contains("\"code\":\"role\"") ? "other role" : "in";
    }
  }

  private static void assertHardened(String route, HttpResponse<?> response) {
    var headers = response.headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).as(route).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).as(route).hasValue("no-referrer");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .as(route)
        .contains("default-src 'none'", "frame-ancestors", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("Server")).as(route).isEmpty();
    assertThat(headers.firstValue("X-Powered-By")).as(route).isEmpty();
  }

  private String cookie(Caller caller) {
    return switch (caller) {
      case ANONYMOUS -> "";
      case WRONG_COOKIE -> "x".repeat(43);
      case AGENT, AUTHOR, LEAD, ADMIN -> open(account(Role.valueOf(caller.role)));
      case DISABLED_ADMIN -> {
        account(Role.ADMIN);
        var disabled = account(Role.ADMIN);
        server.part(Accounts.class).changeActive(disabled.id(), false);
        yield open(disabled);
      }
      case EXPIRED_ADMIN -> {
        var token = open(account(Role.ADMIN));
        change("update account_session set seen_at = 0");
        yield token;
      }
    };
  }

  private Account account(Role role) {
    var accounts = server.part(Accounts.class);
    var email = "%d@team.example".formatted(accounts.all().size());
    return ((Admitted) accounts.add(email, email, role, "")).account();
  }

  private String open(Account account) {
    return server.part(Sessions.class).open(account, new Device("", "")).token();
  }

  private void change(String sql) {
    server
        .part(DurableCommit.class)
        .run(() ->
            server
                .part(JdbcOperations.class)
                .prepareStatement(sql, statement -> statement.executeUpdate()));
  }

  private String csrf(String cookie) throws Exception {
    var request =
        HttpRequest.newBuilder(server.address().resolve("/desk/api/me"))
            .header("Cookie", "switchboard-session=" + cookie)
            .build();
    Matcher found = CSRF.matcher(client.send(request, BodyHandlers.ofString()).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Map<String, List<String>> table() {
    try (var file = RoutesTest.class.getResourceAsStream("routes.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*"))
          .collect(
              Collectors.toMap(
                  cells -> cells[0],
                  cells -> Arrays.asList(cells[1].split(" ")),
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
