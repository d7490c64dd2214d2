package dev.switchboard.channel.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.switchboard.bot.account.Links;
import dev.switchboard.bot.account.Role;
import dev.switchboard.channel.web.Chromium;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A team begins, grows and changes, in a real browser. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = DoorPagesTest.DATABASE)
@Property(name = "switchboard.accounts.argon2.memory-kb", value = "64")
@Property(name = "switchboard.accounts.argon2.passes", value = "1")
@Property(name = "switchboard.accounts.attempts-per-minute", value = "100000")
@Timeout(120)
class DoorPagesTest {
  static final String DATABASE =
      "jdbc:h2:mem:doorpages;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final String PASSWORD = Team.PASSWORD;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Inject EmbeddedServer server;
  @Inject Team team;
  @Inject Links links;
  private final List<BrowserContext> open = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  @BeforeEach
  void begin() {
    errors.clear();
    team.dissolve();
  }

  @AfterEach
  void end() {
    open.forEach(BrowserContext::close);
  }

  @Test
  void aTeamBeginsGrowsAndChanges() {
    var anna = visit(ColorScheme.LIGHT, 1280);
    anna.navigate(at("/desk/setup#" + links.forSetup()));
    assertThat(anna.locator("h1")).hasText("Set up your team");
    look(anna, "setup");
    anna.getByLabel("Email").fill("anna@hillside.example");
    anna.getByLabel("Name").fill("Anna Ruiz");
    fillPassword(anna, "hillside-hillside");
    submit(anna);
    assertThat(anna.locator("#password-hint")).containsText("must not be made of");
    assertThat(anna.locator("#password")).isFocused();
    look(anna, "setup-wrong");
    fillPassword(anna, PASSWORD);
    submit(anna);

    assertThat(anna.locator("h1")).hasText("Team");
    assertThat(anna.locator(".members li")).hasCount(1);
    anna.locator("#email").fill("ben@hillside.example");
    anna.locator("#role").selectOption("LEAD");
    submit(anna);
    assertThat(anna.locator("#made-link"))
        .hasValue(Pattern.compile("http://.*/desk/join#[\\w-]{43}"));
    look(anna, "team-link");

    var ben = visit(ColorScheme.DARK, 390);
    ben.navigate(anna.locator("#made-link").inputValue());
    assertThat(ben.locator("#lead")).hasText("You are invited as lead.");
    assertThat(ben.getByLabel("Email")).hasValue("ben@hillside.example");
    look(ben, "join");
    ben.getByLabel("Name").fill("anna ruiz");
    fillPassword(ben, PASSWORD);
    submit(ben);
    assertThat(ben.locator("#name-hint")).containsText("Choose another");
    ben.getByLabel("Name").fill("Ben Okafor");
    submit(ben);
    ben.waitForURL("**/desk");
    ben.navigate(at("/desk/account"));
    assertThat(ben.locator("#facts")).containsText("Ben Okafor");
    assertThat(ben.locator(".sessions li")).hasCount(1);
    assertThat(ben.locator("#to-team")).isHidden();
    look(ben, "account");

    anna.reload();
    assertThat(anna.locator(".members li")).hasCount(2);
    anna.getByLabel("Role of Ben Okafor").selectOption("AUTHOR");
    look(anna, "team-ask");
    anna.locator("#ask-yes").click();
    assertThat(anna.locator("#told")).hasText("Ben Okafor is author now.");
    ben.reload();
    ben.waitForURL("**/desk/sign-in");
    look(ben, "signin");
  }

  @Test
  void somebodySignsInAndLosesAPassword() {
    var root = team.add(Role.ADMIN);
    var carla = team.add(Role.AUTHOR);

    var page = visit(ColorScheme.DARK, 1280);
    page.navigate(at("/desk/account"));
    page.waitForURL("**/desk/sign-in");
    submit(page);
    assertThat(page.locator("#email-hint")).hasText("Fill this in.");
    assertThat(page.locator("#email")).isFocused();
    page.getByLabel("Email").fill(carla.email());
    fillPassword(page, "wrong, wrong, wrong");
    submit(page);
    assertThat(page.locator("#fault")).hasText("The address or the password is not right.");
    look(page, "signin-wrong");
    fillPassword(page, PASSWORD);
    page.locator(".show").click();
    assertThat(page.locator("#password")).hasAttribute("type", "text");
    submit(page);
    page.waitForURL("**/desk/account");
    look(page, "account-dark");

    page.locator("#current").fill(PASSWORD);
    fillPassword(page, "eleven red buckets");
    submit(page);
    assertThat(page.locator("#done")).containsText("Your password is changed.");
    page.locator("#sign-out").click();
    page.waitForURL("**/desk/sign-in");

    var admin = visit(ColorScheme.DARK, 390);
    signIn(admin, root.email());
    admin.navigate(at("/desk/team"));
    admin.getByLabel("Password link for " + carla.name()).click();
    assertThat(admin.locator("#made-title")).hasText("A new password for " + carla.name());
    look(admin, "team-phone");
    page.navigate(admin.locator("#made-link").inputValue());
    assertThat(page.locator("#lead")).containsText(carla.name());
    look(page, "reset");
    fillPassword(page, "nine blue ladders");
    submit(page);
    page.waitForURL("**/desk/account");

    admin.getByLabel("Disable " + carla.name()).click();
    admin.locator("#ask-yes").click();
    assertThat(admin.locator(".inactive")).containsText(carla.name());
    page.reload();
    page.waitForURL("**/desk/sign-in");
    page.navigate(at("/desk/join#" + "x".repeat(43)));
    assertThat(page.locator("h1")).hasText("This link does not work");
    look(page, "over");
  }

  private void signIn(Page page, String email) {
    page.navigate(at("/desk/sign-in"));
    page.getByLabel("Email").fill(email);
    fillPassword(page, PASSWORD);
    submit(page);
    page.waitForURL("**/desk");
  }

  private static void fillPassword(Page page, String password) {
    page.locator("#password").fill(password);
  }

  private static void submit(Page page) {
    page.locator("[type=submit]").click();
  }

  private Page visit(ColorScheme colours, int width) {
    var context =
        CHROMIUM
            .browser()
            .newContext(
                new NewContextOptions()
                    .setColorScheme(colours)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(width, 800));
    open.add(context);
    var page = context.newPage();
    page.onPageError(errors::add);
    // The desk is where people go from here; its own page is not what is looked at.
    page.route(at("/desk"), route -> route.fulfill(new FulfillOptions().setBody("The desk")));
    return page;
  }

  /** Nothing is wrong with the page that a machine can find; a picture of it for people. */
  private void look(Page page, String name) {
    Optional.ofNullable(System.getProperty("switchboard.pictures"))
        .ifPresent(folder ->
            page.screenshot(
                new ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true)));
    var faults =
        new AxeBuilder(page)
            .setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + node))
                .toList();
    assertThat(faults).as(name).isEmpty();
    assertThat(errors).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its width", name)
        .isTrue();
  }

  private String at(String path) {
    return server.getURI() + path;
  }
}
