package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Set;

/**
 * Refuses blocks that Slack refuses.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>
 */
final class BlockCheck {
  private static final int MOST_IN_MESSAGE = 50;
  private static final int MOST_IN_VIEW = 100;
  // Nowhere documented, and met in practice.
  private static final int LONGEST_TOGETHER = 13_200;
  private static final Set<String> BLOCKS =
      Set.of(
          "actions",
          "context",
          "divider",
          "file",
          "header",
          "image",
          "input",
          "rich_text",
          "section");
  private static final Set<String> ELEMENTS =
      Set.of(
          "button",
          "checkboxes",
          "overflow",
          "plain_text_input",
          "radio_buttons",
          "static_select",
          "users_select",
          "datetimepicker",
          "image",
          "mrkdwn",
          "plain_text");
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_FIELD = 2_000;
  private static final int LONGEST_LABEL = 75;
  private static final int LONGEST_VALUE = 2_000;

  private BlockCheck() {}

  /** The blocks of a message. */
  static JsonArray message(String json) {
    if (json.length() > LONGEST_TOGETHER) {
      throw new SandboxError("msg_blocks_too_long");
    }
    return checked(json, MOST_IN_MESSAGE);
  }

  /** The blocks of a dialog or of the app's own page. */
  static JsonArray view(String json) {
    return checked(json, MOST_IN_VIEW);
  }

  private static JsonArray checked(String json, int most) {
    try {
      var blocks = JsonParser.parseString(json).getAsJsonArray();
      require(blocks.size() <= most, "no more than " + most + " items allowed [json-pointer:/]");
      for (int i = 0; i < blocks.size(); i++) {
        block(blocks.get(i).getAsJsonObject(), "/" + i);
      }
      return blocks;
    } catch (JsonParseException | IllegalStateException broken) {
      throw new SandboxError("invalid_blocks_format");
    }
  }

  private static void block(JsonObject block, String at) {
    var type = Json.text(block, "type");
    require(BLOCKS.contains(type), "unsupported type: " + type + at(at));
    require(Json.text(block, "block_id").length() <= 255, "block_id too long" + at(at));
    switch (type) {
      case "header" -> text(Json.object(block, "text"), LONGEST_HEADER, at + "/text");
      case "section" -> section(block, at);
      case "context" -> elements(block, 10, at);
      case "actions" -> elements(block, 25, at);
      case "input" -> {
        text(Json.object(block, "label"), 2_000, at + "/label");
        element(Json.object(block, "element"), at + "/element");
      }
      case "rich_text" ->
          require(!Json.objects(block, "elements").isEmpty(), "must have elements" + at(at));
      default -> {}
    }
  }

  private static void section(JsonObject block, String at) {
    var fields = Json.objects(block, "fields");
    require(block.has("text") || !fields.isEmpty(), "text or fields required" + at(at));
    require(fields.size() <= 10, "no more than 10 items allowed" + at(at + "/fields"));
    if (block.has("text")) {
      text(Json.object(block, "text"), LONGEST_SECTION, at + "/text");
    }
    fields.forEach(field -> text(field, LONGEST_FIELD, at + "/fields"));
  }

  private static void elements(JsonObject block, int most, String at) {
    var elements = Json.objects(block, "elements");
    require(!elements.isEmpty(), "no fewer than 1 items" + at(at + "/elements"));
    require(elements.size() <= most, "no more than " + most + " items" + at(at + "/elements"));
    elements.forEach(element -> element(element, at + "/elements"));
    long ids =
        elements.stream().map(e -> Json.text(e, "action_id")).filter(e -> !e.isEmpty()).count();
    long distinct =
        elements.stream()
            .map(e -> Json.text(e, "action_id"))
            .filter(e -> !e.isEmpty())
            .distinct()
            .count();
    require(ids == distinct, "action_id already exists" + at(at));
  }

  private static void element(JsonObject element, String at) {
    var type = Json.text(element, "type");
    require(ELEMENTS.contains(type), "unsupported type: " + type + at(at));
    require(Json.text(element, "action_id").length() <= 255, "action_id too long" + at(at));
    switch (type) {
      case "button" -> {
        text(Json.object(element, "text"), LONGEST_LABEL, at + "/text");
        require(Json.text(element, "value").length() <= LONGEST_VALUE, "value too long" + at(at));
      }
      case "static_select", "radio_buttons" -> {
        var options = Json.objects(element, "options");
        require(!options.isEmpty() && options.size() <= 100, "wrong number of options" + at(at));
        options.forEach(option -> {
          text(Json.object(option, "text"), 75, at + "/options");
          require(
              Json.text(option, "value").length() <= 150 || type.equals("static_select"),
              "option value too long" + at(at));
        });
      }
      case "plain_text", "mrkdwn" -> text(element, 3_000, at);
      default -> {}
    }
  }

  private static void text(JsonObject text, int longest, String at) {
    int length = Json.text(text, "text").length();
    require(length > 0, "must be more than 0 characters" + at(at));
    require(length <= longest, "must be less than " + (longest + 1) + " characters" + at(at));
  }

  private static String at(String pointer) {
    return " [json-pointer:" + pointer + "]";
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new SandboxError("invalid_blocks", what);
    }
  }
}
