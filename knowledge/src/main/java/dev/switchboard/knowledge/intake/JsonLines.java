package dev.switchboard.knowledge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** FAQs as one JSON object a line, with the names of the CSV columns as keys. */
final class JsonLines implements Parser {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(Entry.MAX_FIELD)
                  .build())
          .build();

  @Override
  public Yield parse(Origin origin, byte[] bytes) throws Refused {
    List<String> lines = Utf8.text(bytes).lines().toList();
    var entries = new Entries();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        entries.add(i + 1, entry(origin, i + 1, lines.get(i)));
      }
    }
    return entries.all();
  }

  private static Yield entry(Origin origin, int line, String text) {
    try {
      return new Entry(origin, line, fields(text)).faq();
    } catch (JsonProcessingException e) {
      return Yield.refused(new Problem(origin.source(), line, "", reason(e)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(JsonProcessingException e) {
    String at = e.getLocation() == null ? "" : " at character " + e.getLocation().getColumnNr();
    return "the line is not one JSON object%s: %s".formatted(at, e.getOriginalMessage());
  }

  private static Map<String, String> fields(String line) throws IOException {
    var fields = new HashMap<String, String>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(json, "it must begin with {");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, value(json));
      }
      if (json.nextToken() != null) {
        throw new JsonParseException(json, "something follows the object");
      }
    }
    return fields;
  }

  private static String value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_ARRAY -> String.join("\n", values(json));
      case START_OBJECT -> skipped(json);
      case VALUE_NULL -> "";
      default -> json.getText();
    };
  }

  private static List<String> values(JsonParser json) throws IOException {
    var values = new ArrayList<String>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(json));
    }
    return values;
  }

  // None of our fields is an object: it is another tool's own and not for us.
  private static String skipped(JsonParser json) throws IOException {
    json.skipChildren();
    return "";
  }
}
