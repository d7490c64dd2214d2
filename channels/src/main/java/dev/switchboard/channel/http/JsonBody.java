package dev.switchboard.channel.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was sent to us, read strictly.
 *
 * <p>It is read as a tree by hand instead of being bound: a binder makes the text {@code "7"} from
 * the number 7 and lets the last of two equal keys win, where a stranger's mistake should be told.
 * Unknown keys are ignored. It may be nested 16 deep and hold 2,047 keys with plain values.
 */
public final class JsonBody {

  /** Largest body that is read, in bytes. */
  public static final int LARGEST = 64 * 1024;

  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 50;
  // A key and its value are two, and so are the ends of an object or a list.
  private static final int MOST_TOKENS = 4_096;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxTokenCount(MOST_TOKENS)
                  .build())
          .build();

  private final JsonNode object;

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  /**
   * Reads the body of a request.
   *
   * @throws Refusal with 415 when it is not declared as JSON in UTF-8, with 413 when it is too
   *     large, with 400 when it is not one JSON object
   */
  public static JsonBody of(HttpRequest<?> request, @Nullable InputStream body) {
    UnreadBody.taken(request);
    try (var stream = body == null ? InputStream.nullInputStream() : body) {
      requireJson(request);
      return of(stream);
    } catch (IOException e) {
      throw broken();
    }
  }

  /** Strict also because a foreign page can send any other type without asking the browser. */
  private static void requireJson(HttpRequest<?> request) {
    if (request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE).size() != 1
        || request.getContentType().filter(JsonBody::isJson).isEmpty()) {
      throw new Refusal(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json in UTF-8.");
    }
  }

  private static boolean isJson(MediaType type) {
    return type.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON)
        && type.getParameters()
            .get("charset")
            .map(charset -> charset.toString().equalsIgnoreCase("utf-8"))
            .orElse(true);
  }

  /**
   * Reads bytes.
   *
   * @throws Refusal with 413 when there are too many, with 400 when they are not one JSON object
   */
  public static JsonBody of(InputStream body) {
    return new JsonBody(tree(bytes(body)));
  }

  /** A text that has to be there. */
  public String text(String key) {
    return optionalText(key).orElseThrow(() -> bad("The " + key + " must be a text."));
  }

  /**
   * A text that has to be there.
   *
   * @param longest in UTF-16 characters; a longer one is refused with 413
   */
  public String text(String key, int longest) {
    return bounded(key, text(key), longest);
  }

  /** A text that may be missing: then it is empty; a longer one is refused with 413. */
  public String optionalText(String key, int longest) {
    return bounded(key, optionalText(key).orElse(""), longest);
  }

  private static String bounded(String key, String text, int longest) {
    if (text.length() > longest) {
      throw new Refusal(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "text_too_long",
          "The %s must not have more than %d characters.".formatted(key, longest));
    }
    return text;
  }

  /** A text that may be missing, but not be anything else. */
  public Optional<String> optionalText(String key) {
    var node = object.get(key);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    return Optional.of(text(node, key));
  }

  /** A whole number in a range that has to be there. */
  public int number(String key, int least, int most) {
    var node = object.get(key);
    if (node == null || !node.isNumber() || !isWhole(node, least, most)) {
      throw bad("The %s must be a whole number from %d to %d.".formatted(key, least, most));
    }
    return node.getIntValue();
  }

  private static boolean isWhole(JsonNode node, int least, int most) {
    double value = node.getDoubleValue();
    return value == Math.rint(value) && value >= least && value <= most;
  }

  /** A whole number in a range that may be missing. */
  public OptionalInt optionalNumber(String key, int least, int most) {
    return isMissing(key) ? OptionalInt.empty() : OptionalInt.of(number(key, least, most));
  }

  /** A truth value that may be missing: then it is false. */
  public boolean optionalFlag(String key) {
    return !isMissing(key) && flag(key);
  }

  private boolean isMissing(String key) {
    var node = object.get(key);
    return node == null || node.isNull();
  }

  /** Whether there is a list of that name. */
  public boolean holdsList(String key) {
    var node = object.get(key);
    return node != null && node.isArray();
  }

  /** A truth value that has to be there. */
  public boolean flag(String key) {
    var node = object.get(key);
    if (node == null || !node.isBoolean()) {
      throw bad("The " + key + " must be true or false.");
    }
    return node.getBooleanValue();
  }

  /** An object that may be missing. */
  public Optional<JsonBody> optionalObject(String key) {
    var node = object.get(key);
    return node == null || node.isNull()
        ? Optional.empty()
        : Optional.of(new JsonBody(object(node, key)));
  }

  /** A list of objects that may be missing. */
  public <T> List<T> objects(String key, Function<JsonBody, T> entry) {
    return list(key, node -> entry.apply(new JsonBody(object(node, key))));
  }

  private static JsonNode object(JsonNode node, String key) {
    if (!node.isObject()) {
      throw bad("Each entry of the " + key + " must be an object.");
    }
    return node;
  }

  /** A list of texts that may be missing. */
  public List<String> texts(String key) {
    return list(key, node -> text(node, "entry of the " + key));
  }

  private <T> List<T> list(String key, Function<JsonNode, T> entry) {
    var node = object.get(key);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw bad("The " + key + " must be a list.");
    }
    return StreamSupport.stream(node.values().spliterator(), false).map(entry).toList();
  }

  private static String text(JsonNode node, String name) {
    if (!node.isString()) {
      throw bad("The " + name + " must be a text.");
    }
    return wellFormed(node.getStringValue());
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
      throw broken();
    }
  }

  private static Refusal broken() {
    return new Refusal(HttpStatus.BAD_REQUEST, "The body did not arrive in full.");
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
