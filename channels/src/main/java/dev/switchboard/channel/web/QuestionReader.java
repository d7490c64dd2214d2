package dev.switchboard.channel.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.http.HttpStatus;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question from the body of a request and refuses whatever is not one.
 *
 * <p>It reads a tree by hand instead of binding it: a binder makes the text {@code "7"} from the
 * number 7 and lets the last of two equal keys win, where a stranger's mistake should be told.
 */
final class QuestionReader {

  /** Largest body that is read, in bytes. */
  static final int LARGEST = 64 * 1024;

  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 50;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private QuestionReader() {}

  /**
   * Reads the question.
   *
   * @throws Refusal with 413 for too large a body, with 400 for one that holds no question
   */
  static AskQuestion read(InputStream body) {
    var tree = tree(bytes(body));
    return new AskQuestion(
        text(tree.get("question"), "question"), list(tree.get("history"), QuestionReader::earlier));
  }

  private static byte[] bytes(InputStream body) {
    try (body) {
      var bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Refusal(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The body must not be larger than 64 KB.");
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal(HttpStatus.BAD_REQUEST, "The body did not arrive in full.");
    }
  }

  private static JsonNode tree(byte[] bytes) {
    // A strict decoder: Jackson's own would read UTF-16 too, and take broken UTF-8 differently.
    var text =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
    try (var parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw bad("The body must be one JSON object.");
      }
      var tree = JsonNodeTreeCodec.getInstance().readTree(parser);
      if (parser.nextToken() != null) {
        throw bad("The body must be one JSON object and nothing else.");
      }
      return tree;
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw bad("The body must be one well-formed JSON object in UTF-8, without repeated keys.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AskQuestion.Earlier earlier(JsonNode node) {
    return new AskQuestion.Earlier(
        text(node.get("question"), "question of an exchange"),
        list(node.get("articles"), article -> text(article, "article's id")));
  }

  private static String text(@Nullable JsonNode node, String name) {
    if (node == null || !node.isString()) {
      throw bad("The " + name + " must be a text.");
    }
    return wellFormed(node.getStringValue());
  }

  private static <T> List<T> list(@Nullable JsonNode node, Function<JsonNode, T> entry) {
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw bad("The history, and the articles in it, must be lists.");
    }
    return StreamSupport.stream(node.values().spliterator(), false).map(entry).toList();
  }

  /** JSON can spell half a surrogate pair, which no UTF-8 text, such as our answer, can hold. */
  private static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> c <= 0xFFFF && Character.isSurrogate((char) c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Refusal bad(String reason) {
    return new Refusal(HttpStatus.BAD_REQUEST, reason);
  }
}
