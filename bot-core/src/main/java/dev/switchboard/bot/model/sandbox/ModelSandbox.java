package dev.switchboard.bot.model.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A provider of models that is none: a server on this machine. Safe for use by many threads.
 *
 * <p>A model called {@code fault-stalled} always goes that way, by the name of the {@link
 * Scenario}; others are good unless told otherwise.
 */
public final class ModelSandbox implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TEXT =
      Pattern.compile("<<text [^>]*>>\\n(.*)\\n<<end [^>]*>>", Pattern.DOTALL);
  private static final String FAULT = "fault-";
  private static final int LARGEST_BODY = 32 << 20;
  private static final int MOST_ASKED = 1_000;
  private static final int MOST_BILLS = 100_000;
  private static final Duration LATE = Duration.ofSeconds(2);
  private static final Duration FOR_EVER = Duration.ofMinutes(2);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Deque<Scenario>> next = new HashMap<>();
  private final List<Bill> bills = new ArrayList<>();
  private final Deque<JsonNode> asked = new ArrayDeque<>();
  private final Studio studio = new Studio();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger gone = new AtomicInteger();
  private volatile Supplier<Scenario> otherwise = () -> Scenario.GOOD;
  private volatile UnaryOperator<String> answers = ModelSandbox::answerTo;
  private volatile Function<JsonNode, List<ToolCall>> tools = Choosing::of;

  static {
    // Read once by the server: without it each piece waits for the client's word on the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private ModelSandbox(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::complete);
    server.createContext("/v1/models", ModelSandbox::models);
    server.createContext("/v1/audio/transcriptions", this::hear);
    server.createContext("/v1/audio/speech", this::speak);
    server.start();
  }

  /**
   * Starts one on this machine.
   *
   * @param port 0 for any free one
   */
  public static ModelSandbox start(int port) {
    try {
      return new ModelSandbox(port);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the stand-in for a model provider cannot listen at port " + port, e);
    }
  }

  /** Where it is, as a provider's url. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** Lets the next calls of the model go so, one after the other. */
  public void next(String model, Scenario... scenarios) {
    synchronized (next) {
      next.computeIfAbsent(model, _ -> new ArrayDeque<>()).addAll(List.of(scenarios));
    }
  }

  /** Decides how calls go of which nothing else is said. */
  public void otherwise(Supplier<Scenario> scenario) {
    otherwise = scenario;
  }

  /** Decides what is answered to the last words of the user. */
  public void answers(UnaryOperator<String> answers) {
    this.answers = answers;
  }

  /** Decides what is heard in every sound. */
  public void hears(String words) {
    studio.hears(words);
  }

  /** Decides which tools it asks to be run, by all that it is asked. */
  public void tools(Function<JsonNode, List<ToolCall>> tools) {
    this.tools = tools;
  }

  /** How often it was called. */
  public int calls() {
    return calls.get();
  }

  /** How often the caller left before the end. */
  public int left() {
    return gone.get();
  }

  /** What it would charge. */
  public List<Bill> bills() {
    synchronized (bills) {
      return List.copyOf(bills);
    }
  }

  /**
   * What it answers to those words: where they hold passages to write from, what these say; where
   * they hold a text to be translated or summed up, that text.
   */
  public static String answerTo(String words) {
    var text = TEXT.matcher(words);
    if (text.matches()) {
      return text.group(1);
    }
    return Writing.isAskedFor(words)
        ? Writing.answer(words)
        : "This is a stand-in’s answer – to “" + words + "”.";
  }

  private static void models(HttpExchange exchange) throws IOException {
    send(
        exchange,
        200,
        "application/json",
        "{\"object\":\"list\",\"data\":[{\"id\":\"mini\",\"object\":\"model\"},"
            + "{\"id\":\"large\",\"object\":\"model\"}]}");
  }

  private Scenario scenario(String model) {
    synchronized (next) {
      var armed = next.get(model);
      if (armed != null && !armed.isEmpty()) {
        return armed.removeFirst();
      }
    }
    return model.startsWith(FAULT)
        ? Scenario.valueOf(
            model.substring(FAULT.length()).replace('-', '_').toUpperCase(Locale.ROOT))
        : otherwise.get();
  }

  private void hear(HttpExchange exchange) throws IOException {
    var form = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    voiced(exchange, scenario(Studio.model(form)), () -> studio.write(exchange, form));
  }

  private void speak(HttpExchange exchange) throws IOException {
    var asked = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST_BODY));
    heard(asked);
    voiced(exchange, scenario(asked.path("model").asText()), () -> Studio.speak(exchange));
  }

  /** Does it. */
  @FunctionalInterface
  private interface Answering {
    void run() throws IOException;
  }

  private void voiced(HttpExchange exchange, Scenario scenario, Answering good) {
    calls.incrementAndGet();
    try {
      if (scenario == Scenario.GOOD) {
        good.run();
      } else {
        answer(exchange, JSON.createObjectNode(), scenario);
      }
    } catch (IOException left) {
      gone.incrementAndGet();
    } finally {
      exchange.close();
    }
  }

  private void complete(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    try {
      var asked = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST_BODY));
      heard(asked);
      answer(exchange, asked, scenario(asked.path("model").asText()));
    } catch (JsonProcessingException | IllegalArgumentException wrong) {
      error(exchange, 400, "invalid_request_error", "The request cannot be read.", "");
    } catch (IOException left) {
      gone.incrementAndGet();
    } finally {
      exchange.close();
    }
  }

  private void heard(JsonNode question) {
    synchronized (asked) {
      asked.addLast(question);
      if (asked.size() > MOST_ASKED) {
        asked.removeFirst();
      }
    }
  }

  /** What was asked last, the last one at the end. */
  public List<JsonNode> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  private void answer(HttpExchange exchange, JsonNode asked, Scenario scenario) throws IOException {
    switch (scenario) {
      case SILENT -> pause(FOR_EVER);
      case RATE_LIMITED -> error(exchange, 429, "rate_limit_exceeded", "Rate limit reached.", "1");
      case NO_CREDIT -> error(exchange, 429, "insufficient_quota", "You have no credit.", "");
      case BROKEN -> error(exchange, 500, "server_error", "Something broke.", "");
      case PAGE -> send(exchange, 503, "text/html", "<html><h1>Back soon</h1></html>");
      case GOOD_PAGE -> send(exchange, 200, "text/html", "<html><h1>Sign in</h1></html>");
      case UNAUTHORIZED ->
          error(exchange, 401, "invalid_api_key", "Incorrect API key provided: sk-1234567890.", "");
      case NO_MODEL -> error(exchange, 404, "model_not_found", "The model does not exist.", "");
      case TOO_LONG ->
          error(exchange, 400, "context_length_exceeded", "The maximum context length is 8.", "");
      case EMPTY -> send(exchange, 200, "application/json", "");
      case NO_CHOICES ->
          send(
              exchange, 200, "application/json", "{\"object\":\"chat.completion\",\"choices\":[]}");
      case GARBAGE ->
          send(
              exchange,
              200,
              asked.path("stream").asBoolean() ? "text/event-stream" : "application/json",
              "data: {\"choices\": [{\n\n");
      case GOOD,
          LATE,
          STALLED,
          CUT,
          UNFINISHED,
          ERROR_PIECE,
          ERROR_EVENT,
          ENDLESS,
          DRIBBLING,
          NO_USAGE,
          SHORTENED -> {
        if (scenario == Scenario.LATE) {
          pause(LATE);
        }
        spoken(exchange, new Speech(asked, scenario, answers, tools.apply(asked)));
      }
    }
  }

  private void spoken(HttpExchange exchange, Speech speech) throws IOException {
    if (!speech.streams()) {
      var body = speech.whole();
      if (speech.scenario() == Scenario.CUT || speech.scenario() == Scenario.UNFINISHED) {
        broken(exchange, body.getBytes(StandardCharsets.UTF_8));
      } else if (speech.scenario() == Scenario.STALLED) {
        pause(FOR_EVER);
      } else {
        send(exchange, 200, "application/json", body);
        bill(speech, true);
      }
      return;
    }
    boolean complete = false;
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      complete = streamed(exchange.getResponseBody(), speech);
    } finally {
      bill(speech, complete);
    }
  }

  // Fewer bytes than were announced: what a broken connection looks like.
  private static void broken(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }

  private boolean streamed(OutputStream out, Speech speech) throws IOException {
    var scenario = speech.scenario();
    var pieces = speech.pieces();
    int half = pieces.size() / 2;
    for (int i = 0; i < pieces.size(); i++) {
      if (i == half && scenario == Scenario.STALLED) {
        pause(FOR_EVER);
      }
      if (i == half && scenario == Scenario.CUT) {
        // The connection ends within a sign of several bytes.
        var piece = pieces.get(i).getBytes(StandardCharsets.UTF_8);
        out.write(piece, 0, piece.length - 8);
        out.flush();
        return false;
      }
      if (i == half && scenario == Scenario.ERROR_PIECE) {
        write(
            out,
            "data: {\"error\":{\"code\":502,\"message\":\"Provider disconnected\"},\"choices\":"
                + "[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}\n\n"
                + "data: [DONE]\n\n");
        return false;
      }
      if (i == half && scenario == Scenario.ERROR_EVENT) {
        write(
            out,
            "event: error\ndata: {\"error\":{\"message\":\"boom\",\"type\":\"server_error\"}}\n\n");
        return false;
      }
      said(out, pieces.get(i), scenario == Scenario.DRIBBLING);
    }
    if (scenario == Scenario.ENDLESS) {
      for (long i = 0; i < Long.MAX_VALUE; i++) {
        write(out, speech.piece("and so on and so on ".repeat(50)));
      }
    }
    if (scenario == Scenario.UNFINISHED) {
      return false;
    }
    write(out, speech.last());
    return true;
  }

  private static void said(OutputStream out, String piece, boolean dribbling) throws IOException {
    if (!dribbling) {
      write(out, piece);
      return;
    }
    write(out, ": still working\r\n\r\n");
    for (byte one : piece.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)) {
      out.write(one);
      out.flush();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void bill(Speech speech, boolean complete) {
    synchronized (bills) {
      if (bills.size() < MOST_BILLS) {
        bills.add(new Bill(speech.model(), speech.tokensIn(), speech.tokensOut(), complete));
      }
    }
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("the stand-in ends", stop);
    }
  }

  static void error(
      HttpExchange exchange, int status, String code, String message, String retryAfter)
      throws IOException {
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    send(
        exchange,
        status,
        "application/json",
        JSON.writeValueAsString(
            Map.of("error", Map.of("message", message, "type", code, "code", code))));
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
