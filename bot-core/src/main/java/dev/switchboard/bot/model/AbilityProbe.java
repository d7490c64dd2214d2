package dev.switchboard.bot.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Tries what a model can do beside reading and writing, by one tiny question for each. */
@Singleton
final class AbilityProbe {
  private static final ObjectMapper JSON = new ObjectMapper();

  // A single red pixel.
  private static final String PICTURE =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJ"
          + "RU5ErkJggg==";

  private static final String SEES =
      """
      {"messages":[{"role":"user","content":[{"type":"text","text":"Which colour is this?"},
        {"type":"image_url","image_url":{"url":"%s"}}]}]}\
      """
          .formatted(PICTURE);

  private static final String CALLS =
      """
      {"messages":[{"role":"user","content":"What is the state of order 1? Use the tool."}],
        "tools":[{"type":"function","function":{"name":"order_state","description":
        "The state of an order","parameters":{"type":"object","properties":{"id":
        {"type":"string"}},"required":["id"]}}}]}\
      """;

  private static final String KEEPS =
      """
      {"messages":[{"role":"user","content":"Say ready, as JSON."}],"response_format":{"type":
        "json_schema","json_schema":{"name":"word","strict":true,"schema":{"type":"object",
        "properties":{"word":{"type":"string"}},"required":["word"],
        "additionalProperties":false}}}}\
      """;

  private final RelayCaller caller;
  private final Patience patience;

  AbilityProbe(RelayCaller caller, Patience patience) {
    this.caller = caller;
    this.patience = patience;
  }

  /** What the model does of {@link Probe.Found#TRIED}. */
  Set<Ability> of(Model model) {
    var can = EnumSet.noneOf(Ability.class);
    if (does(model, SEES, message -> message.path("content").isTextual())) {
      can.add(Ability.IMAGE);
    }
    if (does(model, CALLS, message -> !message.path("tool_calls").isEmpty())) {
      can.add(Ability.TOOLS);
    }
    if (does(model, KEEPS, AbilityProbe::isObject)) {
      can.add(Ability.SCHEMA);
    }
    return can;
  }

  private boolean does(Model model, String asked, Predicate<JsonNode> proof) {
    try {
      var body = (ObjectNode) JSON.readTree(asked);
      var relay = new Relay(body, model.tier(), model.name(), "probe", "");
      var said = caller.call(model, relay, relay.terms(), patience.whole(), Pieces.none());
      return proof.test(JSON.readTree(said.what()).path("choices").path(0).path("message"));
    } catch (ProviderFailure refused) {
      return false;
    } catch (IOException broken) {
      return false;
    }
  }

  private static boolean isObject(JsonNode message) {
    try {
      return JSON.readTree(message.path("content").asText("")).path("word").isTextual();
    } catch (JsonProcessingException words) {
      return false;
    }
  }
}
