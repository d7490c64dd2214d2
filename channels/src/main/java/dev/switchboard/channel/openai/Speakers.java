package dev.switchboard.channel.openai;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.model.Answered;
import dev.switchboard.bot.model.Ask;
import dev.switchboard.bot.model.LlmGateway;
import dev.switchboard.bot.model.Model;
import dev.switchboard.bot.model.Models;
import dev.switchboard.bot.model.Pieces;
import dev.switchboard.bot.model.Tier;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who can be asked: the bot itself, and each model by its own name. */
@Singleton
final class Speakers {
  /** The bot, as a model. */
  static final String BOT = "switchboard";

  private final ConversationEngine engine;
  private final Models models;
  private final LlmGateway gateway;

  Speakers(ConversationEngine engine, Models models, LlmGateway gateway) {
    this.engine = engine;
    this.models = models;
    this.gateway = gateway;
  }

  /** The names of all. */
  List<String> names() {
    return Stream.concat(Stream.of(BOT), shown().map(Model::name)).toList();
  }

  // What is on trial is nothing to build on.
  private Stream<Model> shown() {
    return models.all().stream().filter(model -> model.tier() != Tier.PREVIEW);
  }

  /** What somebody said, who it was, and what it took in tokens. */
  record Spoken(String text, String model, boolean complete, long in, long out) {}

  /**
   * Asks.
   *
   * @param caller on whom it is booked
   * @param pieces hears the answer while it is made
   * @throws ApiError when there is no such name, with 503 when nobody could answer
   */
  Spoken ask(Asked asked, String caller, Pieces pieces) {
    return asked.model().equals(BOT) ? bot(asked, pieces) : model(asked, caller, pieces);
  }

  private Spoken bot(Asked asked, Pieces pieces) {
    var text =
        engine.reply(asked.message()).parts().stream()
            .map(Speakers::text)
            .collect(Collectors.joining("\n\n"));
    pieces.next(text);
    return new Spoken(text, BOT, true, 0, 0);
  }

  private static String text(Reply.Part part) {
    var sources =
        IntStream.range(0, part.citations().size())
            .mapToObj(i -> "[%d] %s".formatted(i + 1, part.citations().get(i).passage().title()))
            .collect(Collectors.joining("\n"));
    return sources.isEmpty() ? part.text() : part.text() + "\n\n" + sources;
  }

  private Spoken model(Asked asked, String caller, Pieces pieces) {
    var model = named(asked.model());
    var ask =
        new Ask(asked.chat(), model.tier(), purpose(caller), "", asked.mostTokens(), model.name());
    return switch (gateway.ask(ask, pieces)) {
      case Answered.Text said ->
          new Spoken(
              said.text(), said.model(), said.complete(), said.usage().in(), said.usage().out());
      case Answered.Nothing(var because) ->
          throw new ApiError(
              HttpStatus.SERVICE_UNAVAILABLE, "no_model_available", String.join("; ", because));
    };
  }

  private static String purpose(String caller) {
    var purpose = "api " + caller;
    return purpose.substring(0, Math.min(purpose.length(), Ask.LONGEST_PURPOSE));
  }

  private Model named(String name) {
    Optional<Model> found = shown().filter(model -> model.name().equals(name)).findFirst();
    return found.orElseThrow(() ->
        new ApiError(
            HttpStatus.NOT_FOUND,
            "model_not_found",
            "There is no such model; there are: " + String.join(", ", names()) + "."));
  }
}
