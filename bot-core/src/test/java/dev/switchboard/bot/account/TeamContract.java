package dev.switchboard.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Admission.EmailTaken;
import dev.switchboard.bot.account.Admission.LinkOver;
import dev.switchboard.bot.account.Admission.NameTaken;
import dev.switchboard.bot.account.Change.Done;
import dev.switchboard.bot.account.Change.LastAdmin;
import dev.switchboard.bot.account.Change.Unknown;
import dev.switchboard.bot.account.Link.Invitation;
import dev.switchboard.bot.account.Link.Reset;
import dev.switchboard.bot.account.Link.Setup;
import dev.switchboard.bot.account.Proof.Proved;
import dev.switchboard.bot.account.Proof.TooSoon;
import dev.switchboard.bot.account.Proof.Wrong;
import dev.switchboard.bot.conversation.SettableClock;
import dev.switchboard.bot.store.DurableCommit;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What accounts, sessions and links do on every database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TeamContract {
  private static final Device LAPTOP = new Device("192.0.2.7", "Firefox");
  private static final String PASSWORD = "seven green kettles";
  private static final String HOME = "c0000207";

  private final SettableClock clock = new SettableClock();
  private ApplicationContext context;
  private Accounts accounts;
  private Sessions sessions;
  private Links links;
  private SignIn signIn;
  private String hash = "";

  /** Where the database is. */
  abstract Map<String, Object> configuration();

  @BeforeAll
  void open() {
    var settings = new HashMap<>(configuration());
    settings.put("switchboard.accounts.argon2.memory-kb", 64);
    settings.put("switchboard.accounts.argon2.passes", 1);
    context =
        ApplicationContext.builder()
            .properties(settings)
            .singletons(clock, new SecureRandom())
            .start();
    accounts = context.getBean(Accounts.class);
    sessions = context.getBean(Sessions.class);
    links = context.getBean(Links.class);
    signIn = context.getBean(SignIn.class);
    hash = context.getBean(Passwords.class).hash(PASSWORD);
  }

  @AfterAll
  void close() {
    context.close();
  }

  @BeforeEach
  void empty() {
    for (var table :
        List.of(
            "sign_in_failure", "account_browser", "account_link", "account_session", "account")) {
      context
          .getBean(DurableCommit.class)
          .run(() ->
              context
                  .getBean(JdbcOperations.class)
                  .prepareStatement("delete from " + table, each -> each.executeUpdate()));
    }
  }

  @Test
  void knowsPeopleByTheirAddressInAnyCase() {
    var anna = add("Anna Ruiz", "Anna@Team.Example", Role.AGENT);

    assertThat(anna.email()).isEqualTo("anna@team.example");
    assertThat(accounts.find(anna.id())).contains(anna);
    assertThat(accounts.findByEmail(" ANNA@team.example ")).contains(anna);
    assertThat(accounts.all()).containsExactly(anna);
  }

  @Test
  void givesNoNameTwice() {
    add("Anna Ruiz", "anna@team.example", Role.AGENT);

    for (var same : List.of("Anna Ruiz", " anna  RUIZ ", "Ａnna Ruiz")) {
      assertThat(accounts.add("other@team.example", same, Role.AGENT, hash))
          .as(same)
          .isEqualTo(new NameTaken());
    }
    assertThat(accounts.add("ANNA@team.example", "Ben", Role.AGENT, hash))
        .isEqualTo(new EmailTaken());
  }

  @Test
  void keepsSomebodyWhoCanDecide() {
    var admin = add("Anna", "anna@team.example", Role.ADMIN);

    assertThat(accounts.changeRole(admin.id(), Role.LEAD)).isEqualTo(new LastAdmin());
    assertThat(accounts.changeActive(admin.id(), false)).isEqualTo(new LastAdmin());
    assertThat(accounts.changeRole("nobody", Role.LEAD)).isEqualTo(new Unknown());

    var other = add("Ben", "ben@team.example", Role.ADMIN);
    assertThat(accounts.changeRole(admin.id(), Role.LEAD)).isInstanceOf(Done.class);
    assertThat(accounts.changeActive(other.id(), false)).isEqualTo(new LastAdmin());
    assertThat(accounts.haveAdmin()).isTrue();
  }

  @Test
  void keepsOneOfTwoAdminsWhoDisableEachOtherAtOnce() throws Exception {
    var anna = add("Anna", "anna@team.example", Role.ADMIN);
    var ben = add("Ben", "ben@team.example", Role.ADMIN);

    var changes =
        atOnce(
            List.of(
                () -> accounts.changeActive(anna.id(), false),
                () -> accounts.changeActive(ben.id(), false)));

    assertThat(changes).filteredOn(LastAdmin.class::isInstance).hasSize(1);
    assertThat(accounts.active()).hasSize(1);
  }

  @Test
  void knowsWhoIsSignedInUntilTheSessionEnds() {
    var anna = add("Anna", "anna@team.example", Role.AGENT);
    var opened = sessions.open(anna, LAPTOP);

    assertThat(sessions.find(opened.token())).contains(opened.session());
    assertThat(sessions.find(opened.session().id())).isEmpty();
    assertThat(sessions.find("x".repeat(100_000))).isEmpty();

    sessions.end(opened.session());
    assertThat(sessions.find(opened.token())).isEmpty();
  }

  @Test
  void endsASessionThatNobodyUsesOrThatIsOld() {
    var anna = add("Anna", "anna@team.example", Role.AGENT);
    var idle = sessions.open(anna, LAPTOP).token();
    clock.advance(Sessions.IDLE.minusSeconds(1));
    assertThat(sessions.find(idle)).isPresent();
    clock.advance(Sessions.IDLE);
    assertThat(sessions.find(idle)).isEmpty();

    var used = sessions.open(anna, LAPTOP).token();
    for (int hour = 6; hour < Sessions.LONGEST.toHours(); hour += 6) {
      clock.advance(Duration.ofHours(6));
      assertThat(sessions.find(used)).as("after %d hours", hour).isPresent();
    }
    clock.advance(Duration.ofHours(6));
    assertThat(sessions.find(used)).isEmpty();
  }

  @Test
  void listsWhereSomebodyIsSignedIn() {
    var anna = add("Anna", "anna@team.example", Role.AGENT);
    sessions.open(anna, LAPTOP);
    clock.advance(Duration.ofMinutes(2));
    sessions.open(anna, new Device("192.0.2.8", "Chrome\r\n\u202e"));

    assertThat(sessions.of(anna))
        .extracting(Session::device)
        .containsExactly(new Device("192.0.2.8", "Chrome"), LAPTOP);
    sessions.endAll(anna);
    assertThat(sessions.of(anna)).isEmpty();
  }

  @Test
  void signsOutWhomAnAdminChangesAndWhoChangesTheirPassword() {
    add("Root", "root@team.example", Role.ADMIN);
    var anna = add("Anna", "anna@team.example", Role.AGENT);

    var before = sessions.open(anna, LAPTOP).token();
    accounts.changeRole(anna.id(), Role.LEAD);
    assertThat(sessions.find(before)).isEmpty();

    before = sessions.open(anna, LAPTOP).token();
    accounts.changePassword(anna, hash);
    assertThat(sessions.find(before)).isEmpty();

    before = sessions.open(anna, LAPTOP).token();
    accounts.changeActive(anna.id(), false);
    assertThat(sessions.find(before)).isEmpty();
    // Nor does one help that was opened in the same moment.
    assertThat(sessions.find(sessions.open(anna, LAPTOP).token())).isEmpty();
  }

  @Test
  void letsExactlyOneOfThoseBeAdminWhoSetUpAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      empty();
      var token = links.forSetup();
      var other = links.forSetup();
      var admissions =
          atOnce(
              IntStream.range(0, 4)
                  .<Callable<Admission>>mapToObj(n ->
                      () ->
                          links.setUp(
                              n % 2 == 0 ? token : other, n + "@team.example", "Anna " + n, hash))
                  .toList());

      assertThat(admissions).filteredOn(Admitted.class::isInstance).hasSize(1);
      assertThat(admissions).filteredOn(LinkOver.class::isInstance).hasSize(3);
      assertThat(accounts.all()).extracting(Account::role).containsExactly(Role.ADMIN);
    }
  }

  @Test
  void closesTheWayToSetUpOnceThereIsAnAdminOrTheTimeIsOver() {
    var token = links.forSetup();
    assertThat(links.find(token)).contains(new Setup());
    clock.advance(Links.SETUP_TIME);
    assertThat(links.find(token)).isEmpty();
    assertThat(links.setUp(token, "a@team.example", "Anna", hash)).isEqualTo(new LinkOver());

    var late = links.forSetup();
    add("Root", "root@team.example", Role.ADMIN);
    assertThat(links.find(late)).isEmpty();
    assertThat(links.setUp(late, "a@team.example", "Anna", hash)).isEqualTo(new LinkOver());
  }

  @Test
  void letsTheInvitedJoinOnce() {
    add("Anna", "anna@team.example", Role.ADMIN);
    var invitation = new Invitation("ben@team.example", Role.LEAD);
    var token = links.forInvitation(invitation);
    var second = links.forInvitation(invitation);

    assertThat(links.find(token)).contains(invitation);
    assertThat(links.join(token, "ANNA", hash)).isEqualTo(new NameTaken());
    assertThat(links.join(token, "Ben", hash)).isInstanceOf(Admitted.class);

    assertThat(accounts.findByEmail("ben@team.example").orElseThrow().role()).isEqualTo(Role.LEAD);
    assertThat(links.join(token, "Ben 2", hash)).isEqualTo(new LinkOver());
    assertThat(links.join(second, "Ben 3", hash)).isEqualTo(new LinkOver());
  }

  @Test
  void letsALinkBeUsedForWhatItWasMadeForOnly() {
    var anna = add("Anna", "anna@team.example", Role.AGENT);
    var reset = links.forReset(anna);
    var join = links.forInvitation(new Invitation("ben@team.example", Role.AGENT));

    assertThat(links.join(reset, "Ben", hash)).isEqualTo(new LinkOver());
    assertThat(links.setUp(reset, "b@team.example", "Ben", hash)).isEqualTo(new LinkOver());
    assertThat(links.setUp(join, "b@team.example", "Ben", hash)).isEqualTo(new LinkOver());
    assertThat(links.reset(join, hash)).isEqualTo(new LinkOver());
    assertThat(links.find("")).isEmpty();
  }

  @Test
  void letsSomebodyChooseANewPasswordOnceAndSignsThemOut() {
    add("Root", "root@team.example", Role.ADMIN);
    var anna = add("Anna", "anna@team.example", Role.AGENT);
    var session = sessions.open(anna, LAPTOP).token();
    var token = links.forReset(anna);
    var second = links.forReset(anna);

    assertThat(links.find(token)).contains(new Reset(anna));
    var other = context.getBean(Passwords.class).hash("eleven red buckets");
    assertThat(links.reset(token, other)).isEqualTo(new Admitted(anna));

    assertThat(sessions.find(session)).isEmpty();
    assertThat(links.reset(token, other)).isEqualTo(new LinkOver());
    assertThat(links.reset(second, other)).isEqualTo(new LinkOver());
    assertThat(prove("anna@team.example", PASSWORD)).isEqualTo(new Wrong());
    assertThat(prove("anna@team.example", "eleven red buckets")).isEqualTo(new Proved(anna));

    var late = links.forReset(anna);
    clock.advance(Links.TIME);
    assertThat(links.find(late)).isEmpty();
    var disabled = links.forReset(anna);
    accounts.changeActive(anna.id(), false);
    assertThat(links.reset(disabled, other)).isEqualTo(new LinkOver());
  }

  @Test
  void takesNobodyForAnotherOrForOneWhoMayNotSignIn() {
    add("Root", "root@team.example", Role.ADMIN);
    var anna = add("Anna", "anna@team.example", Role.AGENT);

    assertThat(prove("Anna@Team.Example", PASSWORD)).isEqualTo(new Proved(anna));
    assertThat(prove("anna@team.example", PASSWORD + " ")).isEqualTo(new Wrong());
    assertThat(prove("nobody@team.example", PASSWORD)).isEqualTo(new Wrong());
    accounts.changeActive(anna.id(), false);
    assertThat(prove("anna@team.example", PASSWORD)).isEqualTo(new Wrong());
  }

  @Test
  void makesWhoFailsOftenWaitLongerEachTimeAndNobodyElse() {
    var anna = add("Anna", "anna@team.example", Role.AGENT);
    for (var email : List.of("anna@team.example", "nobody@team.example")) {
      fail(email, LockOut.FREE);
      assertThat(signIn.prove(email, PASSWORD, HOME)).isEqualTo(new TooSoon(Duration.ofMinutes(1)));
      clock.advance(Duration.ofMinutes(1));
      fail(email, 1);
      assertThat(signIn.prove(email, PASSWORD, HOME)).isEqualTo(new TooSoon(Duration.ofMinutes(2)));
    }

    assertThat(signIn.prove("anna@team.example", PASSWORD, "c0000208")).isEqualTo(new Proved(anna));
    clock.advance(Duration.ofMinutes(2));
    assertThat(prove("anna@team.example", PASSWORD)).isEqualTo(new Proved(anna));
    fail("anna@team.example", LockOut.FREE - 1);
    assertThat(prove("anna@team.example", PASSWORD)).isEqualTo(new Proved(anna));
  }

  @Test
  void knowsABrowserForItsAccountOnlyAndForAYear() {
    var anna = add("Anna", "anna@team.example", Role.AGENT);
    add("Ben", "ben@team.example", Role.AGENT);
    var browsers = context.getBean(Browsers.class);

    var token = browsers.remember(anna);

    assertThat(browsers.know(token, "ANNA@team.example")).isTrue();
    assertThat(browsers.know(token, "ben@team.example")).isFalse();
    assertThat(browsers.know("x".repeat(100), "anna@team.example")).isFalse();
    clock.advance(Browsers.REMEMBERED);
    assertThat(browsers.know(token, "anna@team.example")).isFalse();
  }

  @Test
  void neverMakesAnybodyWaitForLong() {
    for (int failure = 0; failure < 20; failure++) {
      fail("anna@team.example", 1);
      clock.advance(LockOut.LONGEST);
    }
    fail("anna@team.example", 1);

    assertThat(prove("anna@team.example", PASSWORD)).isEqualTo(new TooSoon(LockOut.LONGEST));
  }

  private void fail(String email, int times) {
    for (int time = 0; time < times; time++) {
      assertThat(prove(email, "wrong, wrong, wrong")).isEqualTo(new Wrong());
    }
  }

  private Proof prove(String email, String password) {
    return signIn.prove(email, password, HOME);
  }

  private Account add(String name, String email, Role role) {
    return ((Admitted) accounts.add(email, name, role, hash)).account();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var pool = Executors.newFixedThreadPool(calls.size())) {
      var results = new ArrayList<T>();
      for (var running : pool.invokeAll(calls)) {
        results.add(running.get());
      }
      return results;
    }
  }
}
