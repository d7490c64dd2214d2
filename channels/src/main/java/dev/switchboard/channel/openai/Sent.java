package dev.switchboard.channel.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.UnreadBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent, as far as it must be known to pass it on.
 *
 * @param request that brought it
 * @param bytes its body
 * @param body the same, read
 * @param model that is to answer
 */
@SuppressWarnings("ArrayRecordComponent")
record Sent(HttpRequest<?> request, byte[] bytes, ObjectNode body, String model) {
  /** The largest body; pictures travel within it. */
  static final int MOST_BYTES = 10_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads it.
   *
   * @throws ApiError with 400 when it is no question, with 413 when it is too large
   */
  static Sent read(HttpRequest<?> request, @Nullable InputStream in) {
    UnreadBody.taken(request);
    var bytes = bytes(in);
    if (bytes.length > MOST_BYTES) {
      throw new ApiError(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "request_too_large",
          "A request must not be larger than 10 MB.");
    }
    var body = object(bytes);
    var model = body.path("model").asText("");
    if (model.isEmpty()) {
      throw invalid("\"model\" is missing: it names who is to answer.");
    }
    if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
      throw invalid("\"messages\" must be a list of at least one message.");
    }
    return new Sent(request, bytes, body, model);
  }

  private static byte[] bytes(@Nullable InputStream in) {
    try (in) {
      return in == null ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("a request cannot be read", e);
    }
  }

  private static ObjectNode object(byte[] bytes) {
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
      throw invalid("The body must be a JSON object.");
    } catch (JsonProcessingException broken) {
      throw invalid("The body is no JSON.");
    } catch (IOException e) {
      throw new UncheckedIOException("a request cannot be read", e);
    }
  }

  private static ApiError invalid(String message) {
    return new ApiError(HttpStatus.BAD_REQUEST, "invalid_request", message);
  }

  boolean streams() {
    return body.path("stream").asBoolean();
  }

  /** For the bot, which takes less. */
  JsonBody asJsonBody() {
    return JsonBody.of(request, new ByteArrayInputStream(bytes));
  }
}
