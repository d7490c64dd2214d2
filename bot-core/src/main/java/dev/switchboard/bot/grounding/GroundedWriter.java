package dev.switchboard.bot.grounding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.model.Answered;
import dev.switchboard.bot.model.Ask;
import dev.switchboard.bot.model.LlmGateway;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.safety.Injection;
import dev.switchboard.bot.triage.Sentences;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Has a model write a reply from passages, and lets through what they bear.
 *
 * <p>The model gets no personal data that can be told by its form, no passage that tries to
 * instruct it, and nothing at all of a message that does. Of what it writes each sentence has to
 * name its passage and be borne by it ({@link Grounding}); links have to stand there, too. What is
 * not is dropped; when nothing is left, it is asked once more.
 */
@Singleton
public final class GroundedWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_PASSAGES = 5;
  private static final int MOST_SENTENCES = 6;
  private static final int MOST_TOKENS = 600;
  private static final int TRIES = 2;
  // Twice that, and who waits for it still has the other suggestions in time.
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CODE = 8;
  private static final Pattern LINK =
      Pattern.compile("(?i)https?://[^\\s)\\]>\"]+|www\\.[^\\s)\\]>\"]+");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");

  private final LlmGateway gateway;
  private final RandomGenerator random;
  private final String rules;

  /**
   * Made by the container.
   *
   * @param random makes the code of the marks, so it must not be guessable
   */
  GroundedWriter(LlmGateway gateway, RandomGenerator random) {
    this.gateway = gateway;
    this.random = random;
    rules = rules();
  }

  private static String rules() {
    try (var in = GroundedWriter.class.getResourceAsStream("reply.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules for replies cannot be read", e);
    }
  }

  /** Whether there is a model to write. */
  public boolean isOn() {
    return gateway.isOn();
  }

  /**
   * Writes a reply.
   *
   * @param message what the customer wrote
   * @param passages what may be used, the best first
   * @param conversationId on which it is booked
   */
  public Written write(String message, List<Passage> passages, String conversationId) {
    if (Injection.isIn(message)) {
      return new Written.Nothing("the message tries to instruct the model");
    }
    var usable =
        passages.stream()
            .filter(passage -> !Injection.isIn(passage.text()))
            .limit(MOST_PASSAGES)
            .toList();
    if (usable.isEmpty()) {
      return new Written.Nothing("no passage can be used");
    }
    Written written = new Written.Nothing("no model was asked");
    for (int i = 0; i < TRIES && written instanceof Written.Nothing; i++) {
      var tried = tried(message, usable, conversationId);
      written = tried.written();
      if (!tried.again()) {
        break;
      }
    }
    return written;
  }

  private record Tried(Written written, boolean again) {
    static Tried nothing(String because, boolean again) {
      return new Tried(new Written.Nothing(because), again);
    }
  }

  private Tried tried(String message, List<Passage> passages, String conversationId) {
    var vault = new Vault();
    var code = code();
    var ask =
        new Ask(
            List.of(
                SystemMessage.from(
                    rules
                        .replace("{code}", code)
                        .replace("{most}", String.valueOf(MOST_SENTENCES))),
                UserMessage.from(question(vault.masked(message), passages, code))),
            Tier.MINI,
            "suggestion",
            conversationId,
            MOST_TOKENS);
    return switch (gateway.ask(ask, PATIENCE)) {
      case Answered.Nothing(var because) -> Tried.nothing(String.join("; ", because), false);
      case Answered.Text said when said.text().contains(code) ->
          Tried.nothing("the model gave its marks away", false);
      case Answered.Text said ->
          read(said.text())
              .map(answer -> checked(answer, passages, vault, said.model()))
              .orElseGet(
                  () -> Tried.nothing("what the model wrote is not what it was asked for", true));
    };
  }

  private String code() {
    var bytes = new byte[CODE];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String question(String message, List<Passage> passages, String code) {
    var text = new StringBuilder();
    for (int i = 0; i < passages.size(); i++) {
      var passage = passages.get(i);
      text.append("<<passage %d %s>>\n".formatted(i + 1, code))
          .append(passage.title())
          .append('\n')
          .append(passage.text())
          .append("\n<<end %s>>\n\n".formatted(code));
    }
    return text.append("<<message %s>>\n%s\n<<end %s>>".formatted(code, message, code)).toString();
  }

  // Some models put a fence around JSON, or a word before it.
  private static Optional<JsonNode> read(String text) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    try {
      var answer = JSON.readTree(text.substring(from, to + 1));
      return Outcome.of(answer.path("outcome").asText()).isPresent()
          ? Optional.of(answer)
          : Optional.empty();
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  private static Tried checked(JsonNode answer, List<Passage> passages, Vault vault, String model) {
    var outcome = Outcome.of(answer.path("outcome").asText()).orElseThrow();
    if (!outcome.says()) {
      return Tried.nothing("the model says: " + outcome, false);
    }
    var borne = new ArrayList<Written.Sentence>();
    int all = 0;
    for (var sentence : answer.path("sentences")) {
      all++;
      if (borne.size() < MOST_SENTENCES) {
        borne(sentence, passages, vault).ifPresent(borne::add);
      }
    }
    return borne.isEmpty()
        ? Tried.nothing("nothing of what the model wrote stands in its sources", true)
        : new Tried(new Written.Reply(List.copyOf(borne), all - borne.size(), model), false);
  }

  private static Optional<Written.Sentence> borne(
      JsonNode sentence, List<Passage> passages, Vault vault) {
    var text = sentence.path("text").asText().strip();
    int number = sentence.path("passage").asInt();
    if (text.isEmpty() || number < 1 || number > passages.size() || IMAGE.matcher(text).find()) {
      return Optional.empty();
    }
    var passage = passages.get(number - 1);
    return hasOnlyLinksOf(passage, text)
            && Grounding.supports(passage.title() + "\n" + passage.text(), Vault.without(text))
        ? Optional.of(
            new Written.Sentence(vault.restored(text), new Citation(passage, quote(passage, text))))
        : Optional.empty();
  }

  private static boolean hasOnlyLinksOf(Passage passage, String text) {
    return LINK.matcher(text).results().allMatch(link -> passage.text().contains(link.group()));
  }

  /** The words of the passage that bear the sentence most. */
  private static String quote(Passage passage, String text) {
    return Sentences.of(passage.text()).stream()
        .filter(sentence -> !sentence.isBlank() && passage.text().contains(sentence))
        .max(Comparator.comparingDouble(sentence -> Grounding.chance(sentence, text)))
        .orElse(passage.text());
  }
}
