package dev.switchboard.channel.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Role;
import dev.switchboard.channel.web.Chromium;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A foreign page, opened in the browser of an admin, tries to act in the admin's name. It stands on
 * the same host with another port, so that the browser counts it as the same site and sends the
 * cookie: nothing but the server's own checks is in its way.
 */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = ForeignPagesTest.DATABASE)
@Property(name = "switchboard.accounts.argon2.memory-kb", value = "64")
@Property(name = "switchboard.accounts.argon2.passes", value = "1")
// On localhost the framework refuses all other origins itself, before our checks are asked.
@Property(name = "micronaut.server.cors.localhost-pass-through", value = "true")
@Timeout(60)
class ForeignPagesTest {
  static final String DATABASE =
      "jdbc:h2:mem:foreign;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Inject EmbeddedServer server;
  @Inject Team team;
  @Inject Accounts accounts;
  private HttpServer evil;
  private BrowserContext context;
  private Page page;
  private Account victim;

  @BeforeEach
  void open() throws IOException {
    victim = team.add(Role.AGENT);
    var admin = team.signedIn(Role.ADMIN);
    evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    evil.createContext(
        "/",
        exchange -> {
          var body = "<!doctype html><title>win a prize</title>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    evil.start();
    context = CHROMIUM.browser().newContext();
    var session = admin.cookie.split("=", 2);
    context.addCookies(
        List.of(
            new Cookie(session[0], session[1])
                .setDomain(server.getHost())
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(SameSiteAttribute.STRICT)));
    page = context.newPage();
    page.navigate("http://%s:%d/".formatted(server.getHost(), evil.getAddress().getPort()));
  }

  @AfterEach
  void close() {
    context.close();
    evil.stop(0);
  }

  @Test
  void theBrowserDoesSendTheCookie() {
    var own = context.newPage();
    own.navigate(at("/desk/team"));

    assertThat(own.title()).startsWith("Team");
  }

  @Test
  void aFormChangesNothing() {
    for (var type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      var answer =
          page.waitForResponse(
              "**/active",
              () ->
                  page.evaluate(
                      """
                      ([url, type]) => {
                        const frame = document.createElement('iframe');
                        frame.name = type;
                        const form = document.createElement('form');
                        form.method = 'post';
                        form.action = url;
                        form.enctype = type;
                        form.target = type;
                        const field = document.createElement('input');
                        field.name = '{"active":false,"x":"';
                        field.value = '"}';
                        form.append(field);
                        document.body.append(frame, form);
                        form.submit();
                      }
                      """,
                      List.of(at("/desk/api/team/" + victim.id() + "/active"), type)));
      assertThat(answer.status()).isEqualTo(403);
    }
    assertNothingChanged();
  }

  @Test
  void aScriptChangesAndReadsNothing() {
    for (var type : List.of("text/plain", "application/json", "")) {
      var result =
          page.evaluate(
              """
              async ([url, type]) => {
                const tries = [{ mode: 'no-cors' }, { mode: 'cors' }];
                const seen = [];
                for (const how of tries) {
                  try {
                    const response = await fetch(url, {
                      ...how, method: 'POST', credentials: 'include', body: '{"active":false}',
                      headers: type === '' ? {} : { 'Content-Type': type },
                    });
                    seen.push(await response.text());
                  } catch { seen.push(''); }
                }
                return seen.join('');
              }
              """,
              List.of(at("/desk/api/team/" + victim.id() + "/active"), type));
      assertThat(result).isEqualTo("");
    }
    assertNothingChanged();
  }

  @Test
  void aScriptReadsNoPageAndNoAnswer() {
    for (var path : List.of("/desk/api/me", "/desk/api/team", "/desk/team", "/desk/account")) {
      var read =
          page.evaluate(
              "url => fetch(url, { credentials: 'include' }).then(r => r.text()).catch(() => '')",
              at(path));
      assertThat(read).as(path).isEqualTo("");
    }
  }

  @Test
  void noPageOfTheTeamShowsInAFrame() {
    for (var path : List.of("/desk/sign-in", "/desk/setup", "/desk/account", "/desk/team")) {
      page.evaluate(
          """
          url => new Promise((loaded) => {
            const frame = document.createElement('iframe');
            frame.addEventListener('load', loaded);
            frame.src = url;
            document.body.append(frame);
          }).then(() => {})
          """,
          at(path));
    }
    assertThat(page.frames()).hasSize(5);
    assertThat(page.frames()).allMatch(frame -> frame.locator(".card, .sheet").count() == 0);
  }

  private void assertNothingChanged() {
    assertThat(accounts.find(victim.id())).contains(victim);
  }

  private String at(String path) {
    return server.getURI() + path;
  }
}
