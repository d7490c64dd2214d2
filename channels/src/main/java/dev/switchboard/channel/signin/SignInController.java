package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.PasswordRules;
import dev.switchboard.bot.account.Proof.Proved;
import dev.switchboard.bot.account.Proof.TooSoon;
import dev.switchboard.bot.account.Proof.Wrong;
import dev.switchboard.bot.account.Sessions;
import dev.switchboard.bot.account.SignIn;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lets people in with their password, and out. */
@Controller("/desk/api")
@Hidden
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
  private final SignIn signIn;
  private final Sessions sessions;
  private final Welcome welcome;
  private final KnownBrowser browser;

  SignInController(SignIn signIn, Sessions sessions, Welcome welcome, KnownBrowser browser) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.welcome = welcome;
    this.browser = browser;
  }

  @Post("/sign-in")
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<Me> signIn(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var given = JsonBody.of(request, body);
    var email = given.text("email");
    var password = given.text("password");
    var sender = browser.sender(request, email);
    if (!PasswordRules.canBe(password)) {
      throw wrong();
    }
    return switch (signIn.prove(email, password, sender)) {
      case Proved proved -> welcome.to(proved.account(), request);
      case Wrong _ -> throw wrong();
      case TooSoon soon -> throw Refusal.tooMany(soon.remaining());
    };
  }

  private static Refusal wrong() {
    return new Refusal(
        HttpStatus.UNAUTHORIZED, "credentials", "The address or the password is not right.");
  }

  @Post("/sign-out")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<?> signOut(Authentication caller) {
    sessions.end(SignedIn.session(caller));
    return welcome.farewell();
  }
}
