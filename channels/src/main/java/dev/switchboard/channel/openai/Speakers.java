package dev.switchboard.channel.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.model.Ask;
import dev.switchboard.bot.model.LlmGateway;
import dev.switchboard.bot.model.Model;
import dev.switchboard.bot.model.Models;
import dev.switchboard.bot.model.Pieces;
import dev.switchboard.bot.model.Relay;
import dev.switchboard.bot.model.Relayed;
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
    return models.all().stream().filter(model -> model.tier().answers());
  }

  /** What the bot said, and whether it is all. */
  record Spoken(String text) {}

  /** Whether it is the bot that is asked. */
  static boolean isBot(String model) {
    return model.equals(BOT);
  }

  /** Asks the bot. */
  Spoken bot(Asked asked) {
    var text =
        engine.reply(asked.message()).parts().stream()
            .map(Speakers::text)
            .collect(Collectors.joining("\n\n"));
    return new Spoken(text);
  }

  /**
   * Passes a question on to a model of the team.
   *
   * @param model by the team's name
   * @param caller on whom it is booked
   * @param pieces hears the data of each event, when the answer is wanted in pieces
   * @return the answer, JSON, and who gave it
   * @throws ApiError with 404 when there is no such model, with 503 when nobody could answer
   */
  Relayed.Done model(ObjectNode body, String model, String caller, Pieces pieces) {
    var named = named(model);
    return switch (gateway.relay(
        new Relay(body, named.tier(), named.name(), purpose(caller), caller), pieces)) {
      case Relayed.Done done -> done;
      case Relayed.Nothing nothing ->
          throw new ApiError(
              nothing.isAskersFault() ? HttpStatus.BAD_REQUEST : HttpStatus.SERVICE_UNAVAILABLE,
              nothing.isAskersFault() ? "refused_by_the_model" : "no_model_available",
              String.join("; ", nothing.because()));
    };
  }

  private static String text(Reply.Part part) {
    var sources =
        IntStream.range(0, part.citations().size())
            .mapToObj(i -> "[%d] %s".formatted(i + 1, part.citations().get(i).passage().title()))
            .collect(Collectors.joining("\n"));
    return sources.isEmpty() ? part.text() : part.text() + "\n\n" + sources;
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
