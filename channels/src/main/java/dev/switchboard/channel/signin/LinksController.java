package dev.switchboard.channel.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.account.Admission;
import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Admission.EmailTaken;
import dev.switchboard.bot.account.Admission.LinkOver;
import dev.switchboard.bot.account.Admission.NameTaken;
import dev.switchboard.bot.account.Link;
import dev.switchboard.bot.account.Link.Invitation;
import dev.switchboard.bot.account.Link.Reset;
import dev.switchboard.bot.account.Link.Setup;
import dev.switchboard.bot.account.Links;
import dev.switchboard.bot.account.Passwords;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lets people in by a link: its token comes in the body, so that no log has it. */
@Controller("/desk/api/links")
@Hidden
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
final class LinksController {
  private final Links links;
  private final Passwords passwords;
  private final PersonalWords words;
  private final Welcome welcome;
  private final Attempts attempts;

  LinksController(
      Links links, Passwords passwords, PersonalWords words, Welcome welcome, Attempts attempts) {
    this.links = links;
    this.passwords = passwords;
    this.words = words;
    this.welcome = welcome;
    this.attempts = attempts;
  }

  /** What a link is for. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Shown(
      String purpose, @Nullable String email, @Nullable String role, @Nullable String name) {}

  @Post("/look")
  Shown look(HttpRequest<?> request, @Body @Nullable InputStream body) {
    return switch (find(read(request, body))) {
      case Setup _ -> new Shown("setup", null, null, null);
      case Invitation to -> new Shown("join", to.email(), to.role().name(), null);
      case Reset of -> new Shown("reset", of.account().email(), null, of.account().name());
    };
  }

  @Post("/setup")
  HttpResponse<Me> setUp(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var entered = read(request, body);
    if (!(find(entered) instanceof Setup)) {
      throw over();
    }
    var email = entered.email();
    var name = entered.name();
    var password = entered.newPassword(words.of(request, email, name));
    return let(links.setUp(token(entered), email, name, passwords.hash(password)), request);
  }

  @Post("/join")
  HttpResponse<Me> join(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var entered = read(request, body);
    if (!(find(entered) instanceof Invitation invitation)) {
      throw over();
    }
    var name = entered.name();
    var password = entered.newPassword(words.of(request, invitation.email(), name));
    return let(links.join(token(entered), name, passwords.hash(password)), request);
  }

  @Post("/reset")
  HttpResponse<Me> reset(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var entered = read(request, body);
    if (!(find(entered) instanceof Reset reset)) {
      throw over();
    }
    var password = entered.newPassword(words.of(request, reset.account()));
    return let(links.reset(token(entered), passwords.hash(password)), request);
  }

  private Entered read(HttpRequest<?> request, @Nullable InputStream body) {
    attempts.count(request);
    return new Entered(JsonBody.of(request, body));
  }

  private static String token(Entered entered) {
    return entered.body().text("token");
  }

  private Link find(Entered entered) {
    return links.find(token(entered)).orElseThrow(LinksController::over);
  }

  private HttpResponse<Me> let(Admission admission, HttpRequest<?> request) {
    return switch (admission) {
      case Admitted admitted -> welcome.to(admitted.account(), request);
      case NameTaken _ ->
          throw taken("name", "Somebody of the team has this name. Choose another.");
      case EmailTaken _ -> throw taken("email", "There is an account with this address already.");
      case LinkOver _ -> throw over();
    };
  }

  private static Refusal taken(String code, String reason) {
    return new Refusal(HttpStatus.CONFLICT, code, reason);
  }

  private static Refusal over() {
    return new Refusal(
        HttpStatus.NOT_FOUND, "link", "This link has been used or is too old. Ask for a new one.");
  }
}
