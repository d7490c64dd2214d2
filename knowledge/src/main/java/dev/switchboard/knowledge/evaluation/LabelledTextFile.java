package dev.switchboard.knowledge.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.switchboard.knowledge.evaluation.LabelledText.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labelled texts: a JSON object a line, {@code
 * {"text":…,"spans":[{"type":…,"start":…,"end":…}]}}, whose places count whole characters, those
 * outside the basic plane as one.
 */
public final class LabelledTextFile {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;

  private LabelledTextFile(Path file) {
    this.file = file;
  }

  /**
   * Reads all texts of the file.
   *
   * @throws BadQuestionFile when it is not such a file, naming the line
   */
  public static List<LabelledText> read(Path file) {
    return new LabelledTextFile(file).texts();
  }

  private List<LabelledText> texts() {
    var lines = lines();
    var texts = new ArrayList<LabelledText>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        texts.add(text(i + 1, lines.get(i)));
      }
    }
    if (texts.isEmpty()) {
      throw new BadQuestionFile(file, 0, "the file is empty");
    }
    return List.copyOf(texts);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new BadQuestionFile(file, 0, "it is not UTF-8 text");
    } catch (IOException e) {
      throw new BadQuestionFile(file, 0, "it cannot be read");
    }
  }

  private LabelledText text(int line, String json) {
    try (var parser = JSON.createParser(json)) {
      return text(parser);
    } catch (JsonProcessingException | IndexOutOfBoundsException bad) {
      throw new BadQuestionFile(
          file,
          line,
          "needs an object with a text and spans within it, each with type, start, end");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static LabelledText text(JsonParser json) throws IOException {
    String text = "";
    List<Label> spans = List.of();
    begin(json, json.nextToken(), JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "text" -> text = json.getText();
        case "spans" -> spans = spans(json);
        default -> json.skipChildren();
      }
    }
    return placed(text, spans);
  }

  private static List<Label> spans(JsonParser json) throws IOException {
    var spans = new ArrayList<Label>();
    begin(json, json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      spans.add(span(json));
    }
    return spans;
  }

  private static Label span(JsonParser json) throws IOException {
    String type = "";
    int start = -1;
    int end = -1;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "type" -> type = json.getText();
        case "start" -> start = json.getIntValue();
        case "end" -> end = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new Label(type, start, end);
  }

  private static void begin(JsonParser json, JsonToken is, JsonToken expected) throws IOException {
    if (is != expected) {
      throw new JsonParseException(json, "not what it should be");
    }
  }

  private static LabelledText placed(String text, List<Label> spans) {
    return new LabelledText(
        text,
        spans.stream()
            .map(span ->
                new Label(
                    span.type(),
                    text.offsetByCodePoints(0, span.start()),
                    text.offsetByCodePoints(0, span.end())))
            .toList());
  }
}
