package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.ShownPart;
import dev.switchboard.bot.conversation.Suggestions;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.signin.SignedIn;
import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.block.PlainText;
import dev.switchboard.channel.web.turn.ReadableTurn;
import dev.switchboard.channel.web.turn.TurnReader;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes what agents write, and helps them to. */
@Controller("/desk/api/cases/{id}")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WritingController {
  private static final int MOST_SUGGESTED = 3;

  private final CaseReader reader;
  private final AgentTurns turns;
  private final Typists typists;
  private final Suggestions suggestions;
  private final TurnReader parts;

  WritingController(
      CaseReader reader,
      AgentTurns turns,
      Typists typists,
      Suggestions suggestions,
      TurnReader parts) {
    this.reader = reader;
    this.turns = turns;
    this.typists = typists;
    this.suggestions = suggestions;
    this.parts = parts;
  }

  /** Sends a text to the customer; it is durable when this returns. */
  @Post("/reply")
  HttpResponse<ShownTurn> reply(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var written = written(id, caller, request, body);
    var stored = stored(turns.reply(id, written));
    typists.stopped(id, written.agent());
    return stored;
  }

  /** Keeps a text for the team; no customer ever sees it. */
  @Post("/note")
  HttpResponse<ShownTurn> note(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    return stored(turns.note(id, written(id, caller, request, body)));
  }

  private AgentText written(
      String id, Authentication caller, HttpRequest<?> request, @Nullable InputStream body) {
    reader.require(id);
    return Written.of(account(caller), JsonBody.of(request, body));
  }

  private HttpResponse<ShownTurn> stored(AgentTurns.Outcome outcome) {
    return switch (outcome) {
      case AgentTurns.Outcome.Stored(var turn) ->
          HttpResponse.created(ShownTurn.of(turn, parts.read(turn)));
      case AgentTurns.Outcome.Refused(var because) ->
          throw new Refusal(HttpStatus.CONFLICT, "refused", Sentence.of(because));
    };
  }

  /** Shows the customer that the agent is writing to them, for a while. */
  @Post("/typing")
  HttpResponse<?> typing(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var line = reader.require(id);
    var name = account(caller).name();
    boolean on = JsonBody.of(request, body).flag("typing");
    if (on && ShownLine.of(line).isWith(name)) {
      typists.writes(id, name);
    } else {
      typists.stopped(id, name);
    }
    return HttpResponse.noContent();
  }

  /**
   * What the bot would reply, for the agent to take or to leave.
   *
   * @param text the words alone, to be put into the composer
   * @param model whether a model wrote it, from the sources it names
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Suggested(
      String text, List<Block> blocks, List<ReadableTurn.Source> citations, boolean model) {
    private Suggested byModel() {
      return new Suggested(text, blocks, citations, true);
    }
  }

  /** A suggestion, or none where the bot does not know either. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Offer(@Nullable Suggested suggestion) {}

  @Get("/suggestion")
  HttpResponse<Offer> suggestion(String id) {
    reader.require(id);
    var offer =
        Optional.of(suggestions.forLastMessage(id))
            .filter(reply -> !reply.isEmpty())
            .map(this::suggested);
    return HttpResponse.ok(new Offer(offer.orElse(null)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Suggestions, the likeliest first; none where the bot knows of nothing near. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Offers(List<Suggested> suggestions) {}

  @Get("/suggestions")
  HttpResponse<Offers> best(String id) {
    reader.require(id);
    // What a model wrote comes first: it speaks to what the customer wrote.
    var offers =
        Stream.concat(
                suggestions
                    .written(id)
                    .map(written -> suggested(written.parts()).byModel())
                    .stream(),
                suggestions.best(id, MOST_SUGGESTED).stream()
                    .map(suggestion -> suggested(suggestion.parts())))
            .limit(MOST_SUGGESTED)
            .toList();
    return HttpResponse.ok(new Offers(offers)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Suggested suggested(List<ShownPart> reply) {
    var read = parts.read(reply);
    return new Suggested(PlainText.of(read.blocks()), read.blocks(), read.sources(), false);
  }

  private static Account account(Authentication caller) {
    return SignedIn.account(caller);
  }
}
