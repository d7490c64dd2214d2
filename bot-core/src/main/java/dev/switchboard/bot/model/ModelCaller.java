package dev.switchboard.bot.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.switchboard.bot.model.ProviderFailure.Kind;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Calls one model once. */
@Singleton
final class ModelCaller {
  private final Patience patience;
  private final HttpClient client;
  private final Map<String, OpenAiStreamingChatModel> streaming = new ConcurrentHashMap<>();
  private final Map<String, OpenAiChatModel> whole = new ConcurrentHashMap<>();

  ModelCaller(Patience patience) {
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.connect())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /**
   * Asks it.
   *
   * @param left how long it may take
   * @throws ProviderFailure when it brings no answer; what was heard of one by then is void
   */
  Said<AiMessage> call(Model model, Ask ask, Duration left, Pieces pieces) {
    var request = request(model, ask);
    return model.quirks().streams()
        ? streamed(model, request, left, pieces)
        : inOnePiece(model, request, left, pieces);
  }

  private static ChatRequest request(Model model, Ask ask) {
    var parameters = OpenAiChatRequestParameters.builder().modelName(model.id());
    int most = Math.max(ask.mostTokens(), model.quirks().fewestTokens());
    if (model.quirks().completionTokens()) {
      parameters.maxCompletionTokens(most);
    } else {
      parameters.maxOutputTokens(most);
    }
    if (!ask.tools().isEmpty()) {
      parameters.toolSpecifications(ask.tools());
    }
    return ChatRequest.builder()
        .messages(messages(model, ask.messages()))
        .parameters(parameters.build())
        .build();
  }

  private static List<ChatMessage> messages(Model model, List<ChatMessage> messages) {
    if (model.quirks().system()
        || messages.size() < 2
        || !(messages.getFirst() instanceof SystemMessage system)
        || !(messages.get(1) instanceof UserMessage user)
        || !user.hasSingleText()) {
      return messages;
    }
    var merged = new ArrayList<ChatMessage>();
    merged.add(UserMessage.from(system.text() + "\n\n" + user.singleText()));
    merged.addAll(messages.subList(2, messages.size()));
    return merged;
  }

  private Said<AiMessage> inOnePiece(
      Model model, ChatRequest request, Duration left, Pieces pieces) {
    long begun = System.nanoTime();
    var call =
        new FutureTask<>(
            () -> whole.computeIfAbsent(model.name(), _ -> built(model)).chat(request));
    Thread.startVirtualThread(call);
    try {
      var response = within(left, call);
      var message = message(response);
      pieces.next(text(message));
      return said(request, response, message, Duration.ofNanos(System.nanoTime() - begun));
    } finally {
      call.cancel(true);
    }
  }

  private static ChatResponse within(Duration left, Future<ChatResponse> answer) {
    try {
      return answer.get(left.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new ProviderFailure(Kind.SLOW, "the answer was not there in time");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ProviderFailure(Kind.CUT, "nobody waits for the answer any more");
    } catch (ExecutionException thrown) {
      throw failure(thrown);
    }
  }

  private OpenAiChatModel built(Model model) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(GuardedHttpClient.builder(client, patience))
        .baseUrl(model.url().toString())
        .apiKey(model.key().isEmpty() ? "none" : model.key())
        .customHeaders(model.headers())
        .modelName(model.id())
        .maxRetries(0)
        .build();
  }

  private Said<AiMessage> streamed(Model model, ChatRequest request, Duration left, Pieces pieces) {
    var hearing = new Hearing(pieces);
    try {
      streaming.computeIfAbsent(model.name(), _ -> streamingBuilt(model)).chat(request, hearing);
      var response = within(left, hearing.done);
      return said(request, response, message(response), hearing.first());
    } finally {
      hearing.leave();
    }
  }

  private OpenAiStreamingChatModel streamingBuilt(Model model) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(GuardedHttpClient.builder(client, patience))
        .baseUrl(model.url().toString())
        .apiKey(model.key().isEmpty() ? "none" : model.key())
        .customHeaders(model.headers())
        .modelName(model.id())
        .build();
  }

  /** Hears a stream until it ends, or until nobody listens any more. */
  private static final class Hearing implements StreamingChatResponseHandler {
    private final Pieces pieces;
    private final CompletableFuture<ChatResponse> done = new CompletableFuture<>();
    private boolean left;
    private final AtomicLong first = new AtomicLong();
    private final long begun = System.nanoTime();

    private Hearing(Pieces pieces) {
      this.pieces = pieces;
    }

    // Nothing is heard any more once the asker has left: another model may be speaking.
    @Override
    public synchronized void onPartialResponse(
        PartialResponse piece, PartialResponseContext context) {
      if (left) {
        context.streamingHandle().cancel();
        return;
      }
      first.compareAndSet(0, System.nanoTime() - begun);
      pieces.next(piece.text());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      done.complete(response);
    }

    @Override
    public void onError(Throwable error) {
      done.completeExceptionally(error);
    }

    private Duration first() {
      return Duration.ofNanos(first.get());
    }

    private synchronized void leave() {
      left = true;
    }
  }

  private static ProviderFailure failure(Throwable thrown) {
    return ProviderFailure.behind(thrown)
        .orElseGet(() ->
            new ProviderFailure(
                Kind.GARBAGE, "the answer cannot be read: " + thrown.getClass().getSimpleName()));
  }

  private static AiMessage message(ChatResponse response) {
    var message = response.aiMessage();
    if (text(message).isBlank() && !message.hasToolExecutionRequests()) {
      throw new ProviderFailure(Kind.GARBAGE, "the answer is empty");
    }
    return message;
  }

  private static String text(AiMessage message) {
    return Objects.requireNonNullElse(message.text(), "");
  }

  private static Said<AiMessage> said(
      ChatRequest request, ChatResponse response, AiMessage message, Duration first) {
    boolean complete =
        response.finishReason() == FinishReason.STOP
            || response.finishReason() == FinishReason.TOOL_EXECUTION;
    return new Said<>(message, complete, usage(request, response, message), first);
  }

  // Of calls of tools the words count that they are made of.
  private static long tokensOut(AiMessage message) {
    return TokenEstimate.of(
        message.toolExecutionRequests().stream()
            .map(call -> call.name() + call.arguments())
            .collect(Collectors.joining(" ", text(message), "")));
  }

  private static Usage usage(ChatRequest request, ChatResponse response, AiMessage message) {
    var told = response.tokenUsage();
    if (told == null
        || told.inputTokenCount() == null
        || told.outputTokenCount() == null
        || told.inputTokenCount() < 0
        || told.outputTokenCount() < 0) {
      return new Usage(TokenEstimate.of(request.messages()), tokensOut(message), 0, 0, false);
    }
    var details = told instanceof OpenAiTokenUsage known ? known : null;
    long cached =
        Optional.ofNullable(details)
            .map(OpenAiTokenUsage::inputTokensDetails)
            .map(OpenAiTokenUsage.InputTokensDetails::cachedTokens)
            .orElse(0);
    long reasoning =
        Optional.ofNullable(details)
            .map(OpenAiTokenUsage::outputTokensDetails)
            .map(OpenAiTokenUsage.OutputTokensDetails::reasoningTokens)
            .orElse(0);
    return new Usage(told.inputTokenCount(), told.outputTokenCount(), cached, reasoning, true);
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
