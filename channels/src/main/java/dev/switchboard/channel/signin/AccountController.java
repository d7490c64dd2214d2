package dev.switchboard.channel.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.PasswordRules;
import dev.switchboard.bot.account.Passwords;
import dev.switchboard.bot.account.Proof.Proved;
import dev.switchboard.bot.account.Proof.TooSoon;
import dev.switchboard.bot.account.Proof.Wrong;
import dev.switchboard.bot.account.Session;
import dev.switchboard.bot.account.Sessions;
import dev.switchboard.bot.account.SignIn;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets people see to their own account. */
@Controller("/desk/api/account")
@Hidden
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class AccountController {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Passwords passwords;
  private final PersonalWords words;
  private final Welcome welcome;
  private final KnownBrowser browser;

  AccountController(
      Accounts accounts,
      Sessions sessions,
      SignIn signIn,
      Passwords passwords,
      PersonalWords words,
      Welcome welcome,
      KnownBrowser browser) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.signIn = signIn;
    this.passwords = passwords;
    this.words = words;
    this.welcome = welcome;
    this.browser = browser;
  }

  /** Where somebody is signed in. */
  @Serdeable
  record ShownSessions(List<ShownSession> sessions) {}

  /** One of them; times in milliseconds since 1970. */
  @Serdeable
  record ShownSession(
      String place,
      String browser,
      @JsonProperty("opened_at") long openedAt,
      @JsonProperty("seen_at") long seenAt,
      boolean current) {}

  @Get("/sessions")
  HttpResponse<ShownSessions> sessions(Authentication caller) {
    var current = SignedIn.session(caller);
    var all =
        sessions.of(current.account()).stream()
            .map(session -> shown(session, session.id().equals(current.id())))
            .toList();
    return HttpResponse.ok(new ShownSessions(all)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static ShownSession shown(Session session, boolean current) {
    return new ShownSession(
        session.device().place(),
        session.device().browser(),
        session.openedAt().toEpochMilli(),
        session.seenAt().toEpochMilli(),
        current);
  }

  @Post("/sign-out-everywhere")
  HttpResponse<?> signOutEverywhere(Authentication caller) {
    sessions.endAll(SignedIn.account(caller));
    return welcome.farewell();
  }

  /** Sets another password and goes on in a new session; all others end. */
  @Post("/password")
  HttpResponse<Me> changePassword(
      Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var account = SignedIn.account(caller);
    var entered = new Entered(JsonBody.of(request, body));
    var current = entered.body().text("current");
    var password = entered.newPassword(words.of(request, account));
    prove(account.email(), current, request);
    accounts.changePassword(account, passwords.hash(password));
    return welcome.to(account, request);
  }

  private void prove(String email, String password, HttpRequest<?> request) {
    if (!PasswordRules.canBe(password)) {
      throw wrong();
    }
    switch (signIn.prove(email, password, browser.sender(request, email))) {
      case Proved _ -> {}
      case Wrong _ -> throw wrong();
      case TooSoon soon -> throw Refusal.tooMany(soon.remaining());
    }
  }

  private static Refusal wrong() {
    return new Refusal(HttpStatus.CONFLICT, "current", "This is not your current password.");
  }
}
