package dev.switchboard.channel.slack.sandbox;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads and makes JSON. */
final class Json {
  private static final Gson GSON = new Gson();

  private Json() {}

  /** An object of names and values in turn. */
  static JsonObject of(Object... namesAndValues) {
    var object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], GSON.toJsonTree(namesAndValues[i + 1]));
    }
    return object;
  }

  /** The text of that name, empty where there is none. */
  static String text(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .orElse("");
  }

  /** The object of that name, an empty one where there is none. */
  static JsonObject object(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .orElseGet(JsonObject::new);
  }

  /** The objects in the array of that name. */
  static List<JsonObject> objects(JsonObject from, String name) {
    return from.has(name) && from.get(name).isJsonArray()
        ? objects(from.getAsJsonArray(name))
        : List.of();
  }

  static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
