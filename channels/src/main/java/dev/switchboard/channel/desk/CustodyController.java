package dev.switchboard.channel.desk;

import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Transition;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.signin.SignedIn;
import io.micronaut.http.HttpRequest;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what agents decide on a case; each answer is the case as it is then. */
@Controller("/desk/api/cases/{id}")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CustodyController {
  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
  private static final int LONGEST_REASON = 500;

  private final CaseReader reader;
  private final Conversations conversations;
  private final Colleagues colleagues;
  private final Clock clock;

  CustodyController(
      CaseReader reader, Conversations conversations, Colleagues colleagues, Clock clock) {
    this.reader = reader;
    this.conversations = conversations;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  @Post("/claim")
  ShownLine claim(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    JsonBody.of(request, body);
    return done(id, caller, new Command.Claim(name(caller)));
  }

  @Post("/release")
  ShownLine release(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    JsonBody.of(request, body);
    return done(id, caller, new Command.Release(name(caller)));
  }

  @Post("/hand-back")
  ShownLine handBack(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    JsonBody.of(request, body);
    return done(id, caller, new Command.HandBack(name(caller)));
  }

  /**
   * Gives it to a colleague, or takes it over: {@code to} gets it, if {@code from} still has it.
   * Who takes it from somebody has to name them, so nobody does it unawares.
   */
  @Post("/assign")
  ShownLine assign(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var asked = JsonBody.of(request, body);
    var to = colleagues.named(asked.text("to"));
    var from = asked.optionalText("from").orElse("");
    return done(id, caller, new Command.Transfer(name(caller), to.name(), from));
  }

  @Post("/snooze")
  ShownLine snooze(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var until = time(JsonBody.of(request, body).text("until"));
    return done(id, caller, new Command.Snooze(name(caller), until));
  }

  private Instant time(String text) {
    var now = clock.instant();
    try {
      var time = Instant.parse(text);
      if (time.isAfter(now) && time.isBefore(now.plus(LONGEST_SNOOZE))) {
        return time;
      }
    } catch (DateTimeException unreadable) {
      // Refused like a time that has passed.
    }
    throw new Refusal(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "until",
        "The time must be in ISO 8601 with Z, and within the next year.");
  }

  @Post("/resolve")
  ShownLine resolve(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var because = JsonBody.of(request, body).text("because", LONGEST_REASON).strip();
    if (because.isEmpty()) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "because", "Say how it was resolved.");
    }
    return done(id, caller, new Command.Resolve(name(caller), because));
  }

  private ShownLine done(String id, Authentication caller, Command command) {
    reader.require(id);
    return switch (conversations.command(id, command)) {
      case Transition.Accepted _ -> line(id);
      case Transition.Refused(var because) -> unlessDoneBefore(id, caller, command, because);
    };
  }

  /** A claim whose answer was lost is sent again, and must not look like somebody else's. */
  private ShownLine unlessDoneBefore(
      String id, Authentication caller, Command command, String because) {
    var line = line(id);
    if (command instanceof Command.Claim && line.isWith(name(caller))) {
      return line;
    }
    boolean taken = !line.agent().isEmpty() && !line.agent().equals(name(caller));
    throw new Refusal(HttpStatus.CONFLICT, taken ? "taken" : "refused", Sentence.of(because));
  }

  private ShownLine line(String id) {
    return ShownLine.of(reader.require(id));
  }

  private static String name(Authentication caller) {
    return SignedIn.account(caller).name();
  }
}
