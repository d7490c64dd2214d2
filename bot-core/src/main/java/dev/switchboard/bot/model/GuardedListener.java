package dev.switchboard.bot.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.switchboard.bot.model.ProviderFailure.Kind;

/**
 * Lets nothing through to LangChain4j that it would take for an answer and is none: an error among
 * the pieces, and a stream that ends without having said that it ends. Whatever happens, it is told
 * once.
 */
final class GuardedListener implements ServerSentEventListener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DONE = "[DONE]";

  private final ServerSentEventListener listener;
  private boolean finished;
  private boolean over;

  GuardedListener(ServerSentEventListener listener) {
    this.listener = listener;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (over) {
      return;
    }
    if (event.data().strip().equals(DONE)) {
      finished = true;
      listener.onEvent(event, context);
      return;
    }
    var piece = read(event.data());
    var failure = ErrorBodies.in(piece);
    if (failure.isPresent() || "error".equals(event.event())) {
      context.parsingHandle().cancel();
      fail(
          failure.orElseGet(
              () -> new ProviderFailure(Kind.OVERLOADED, "the provider broke the answer off")));
      return;
    }
    for (var choice : piece.path("choices")) {
      finished |= choice.path("finish_reason").isTextual();
    }
    listener.onEvent(event, context);
  }

  private static JsonNode read(String data) {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException broken) {
      throw new ProviderFailure(Kind.GARBAGE, "a piece of the answer is no JSON");
    }
  }

  @Override
  public void onError(Throwable error) {
    fail(
        ProviderFailure.behind(error)
            .orElseGet(() -> new ProviderFailure(Kind.CUT, "the provider broke the answer off")));
  }

  // The parser is done; whether the answer is, says end().
  @Override
  public void onClose() {}

  void end() {
    if (!over && !finished) {
      fail(new ProviderFailure(Kind.CUT, "the provider broke the answer off"));
    } else if (!over) {
      over = true;
      listener.onClose();
    }
  }

  void fail(ProviderFailure failure) {
    if (!over) {
      over = true;
      listener.onError(failure);
    }
  }
}
