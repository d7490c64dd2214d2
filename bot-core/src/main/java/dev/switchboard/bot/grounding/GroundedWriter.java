package dev.switchboard.bot.grounding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.media.FittedPicture;
import dev.switchboard.bot.model.Answered;
import dev.switchboard.bot.model.Ask;
import dev.switchboard.bot.model.LlmGateway;
import dev.switchboard.bot.model.Pieces;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.model.TokenEstimate;
import dev.switchboard.bot.privacy.Vault;
import dev.switchboard.bot.safety.Injection;
import dev.switchboard.bot.triage.Sentences;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
  private static final int MOST_PASSAGES = 5;
  private static final int MOST_PICTURES = 3;
  private static final int MOST_TOKENS = 600;
  // Around each passage, in tokens.
  private static final int MARKS = 40;
  private static final int TRIES = 2;
  private static final Written.Effort NO_EFFORT = new Written.Effort("", Tier.MINI, 0);
  private static final int CODE = 8;
  private static final Pattern LINK =
      Pattern.compile("(?i)https?://[^\\s)\\]>\"]+|www\\.[^\\s)\\]>\"]+");
  private static final Pattern BULLET = Pattern.compile("^[-*•]\\s+");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");

  private final LlmGateway gateway;
  private final RandomGenerator random;
  private final Style style;
  private final Clock clock;
  private final String rules;

  /**
   * Made by the container.
   *
   * @param random makes the code of the marks, so it must not be guessable
   */
  GroundedWriter(LlmGateway gateway, RandomGenerator random, Style style, Clock clock) {
    this.gateway = gateway;
    this.random = random;
    this.style = style;
    this.clock = clock;
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

  /** Writes a reply, and says nothing before all of it is there. */
  public Written write(Commission wanted) {
    return write(wanted, text -> {});
  }

  /**
   * Writes a reply.
   *
   * @param writing hears all that is written and checked so far, sentence by sentence; an empty
   *     text when it is void
   */
  public Written write(Commission wanted, Consumer<String> writing) {
    if (Injection.isIn(wanted.message())) {
      return nothing("the message tries to instruct the model");
    }
    var usable =
        wanted.passages().stream()
            .filter(passage -> !Injection.isIn(passage.text()))
            .limit(MOST_PASSAGES)
            .toList();
    if (usable.isEmpty()) {
      return nothing("no passage can be used");
    }
    var fitting = fitting(usable, wanted);
    var end = clock.instant().plus(wanted.patience());
    var effort = NO_EFFORT;
    var tried = Tried.NONE;
    for (int i = 0; i < TRIES && tried.again(); i++) {
      var left = Duration.between(clock.instant(), end);
      if (left.isNegative() || left.isZero()) {
        break;
      }
      tried = new Work(wanted, fitting, writing).tried(left);
      effort = effort.and(tried.effort());
    }
    return tried.written().isEmpty()
        ? new Written.Nothing(tried.outcome(), tried.because(), effort)
        : new Written.Reply(tried.written(), tried.dropped(), tried.partly(), effort);
  }

  /** The best passages, as many as the model reads; the best one always. */
  private List<Passage> fitting(List<Passage> passages, Commission wanted) {
    long left =
        gateway.window(wanted.tier())
            - MOST_TOKENS
            - TokenEstimate.of(rules)
            - TokenEstimate.of(wanted.message() + String.join("", wanted.earlier()));
    var fitting = new ArrayList<Passage>();
    for (var passage : passages) {
      left -= MARKS + TokenEstimate.of(passage.title() + passage.text());
      if (left < 0 && !fitting.isEmpty()) {
        break;
      }
      fitting.add(passage);
    }
    return fitting;
  }

  private static Written nothing(String because) {
    return new Written.Nothing(Optional.empty(), because, NO_EFFORT);
  }

  /** What came of asking once, and whether it is worth asking again. */
  private record Tried(
      List<Written.Sentence> written,
      int dropped,
      Optional<Outcome> outcome,
      String because,
      boolean again,
      Written.Effort effort) {
    private static final Tried NONE = nothing("there was no time", true, NO_EFFORT);

    private static Tried nothing(String because, boolean again, Written.Effort effort) {
      return new Tried(List.of(), 0, Optional.empty(), because, again, effort);
    }

    private boolean partly() {
      return outcome.equals(Optional.of(Outcome.PARTLY));
    }
  }

  /** One question to a model, and what is heard of the answer. */
  private final class Work implements Pieces {
    private final Commission wanted;
    private final List<Passage> passages;
    private final Consumer<String> writing;
    private final Vault vault;
    private final String code = code();
    private final List<Written.Sentence> heard = new ArrayList<>();
    private AnswerReader reader = new AnswerReader();

    private Work(Commission wanted, List<Passage> passages, Consumer<String> writing) {
      this.wanted = wanted;
      this.passages = passages;
      this.writing = writing;
      vault = new Vault(passages.stream().filter(passage -> !isTold(passage)).toList());
    }

    @Override
    public void next(String piece) {
      for (var sentence : reader.add(piece)) {
        if (heard.size() < style.sentences()) {
          borne(sentence, passages, vault)
              .filter(borne -> !borne.text().contains(code))
              .ifPresent(this::heard);
        }
      }
    }

    private void heard(Written.Sentence sentence) {
      heard.add(sentence);
      writing.accept(new Written.Reply(heard, 0, false, NO_EFFORT).plain());
    }

    @Override
    public void restart() {
      reader = new AnswerReader();
      if (!heard.isEmpty()) {
        heard.clear();
        writing.accept("");
      }
    }

    private Tried tried(Duration left) {
      var ask =
          new Ask(
              List.of(
                  SystemMessage.from(
                      (wanted.manner().rules().isEmpty() ? rules : wanted.manner().rules())
                          .replace("{code}", code)
                          .replace("{tone}", style.tone())
                          .replace("{most}", String.valueOf(style.sentences()))),
                  user()),
              wanted.tier(),
              wanted.purpose(),
              wanted.conversationId(),
              MOST_TOKENS,
              wanted.manner().model(),
              List.of());
      var tried =
          switch (gateway.ask(ask, this, left)) {
            case Answered.Nothing(var because) ->
                Tried.nothing(String.join("; ", because), false, NO_EFFORT);
            case Answered.Text said -> checked(said);
          };
      if (tried.written().isEmpty()) {
        restart();
      }
      return tried;
    }

    private UserMessage user() {
      var contents = new ArrayList<Content>();
      contents.add(TextContent.from(question()));
      wanted.pictures().stream()
          .limit(MOST_PICTURES)
          .flatMap(picture -> FittedPicture.of(picture).stream())
          .forEach(contents::add);
      return UserMessage.from(contents);
    }

    private String question() {
      var text = new StringBuilder();
      for (int i = 0; i < passages.size(); i++) {
        var passage = passages.get(i);
        text.append("<<passage %d %s>>\n".formatted(i + 1, code))
            .append(passage.title())
            .append('\n')
            .append(isTold(passage) ? vault.maskedByForm(passage.text()) : passage.text())
            .append("\n<<end %s>>\n\n".formatted(code));
      }
      for (var earlier : wanted.earlier()) {
        text.append(fenced("earlier", earlier)).append("\n\n");
      }
      for (var picture : wanted.pictures()) {
        text.append(fenced("picture", picture.words())).append("\n\n");
      }
      return text.append(fenced("message", wanted.message())).toString();
    }

    private String fenced(String name, String words) {
      return "<<%s %s>>\n%s\n<<end %s>>".formatted(name, code, vault.masked(words), code);
    }

    private Tried checked(Answered.Text said) {
      var effort = new Written.Effort(said.model(), said.tier(), said.cost());
      if (said.text().contains(code)) {
        return Tried.nothing("the model gave its marks away", false, effort);
      }
      return AnswerReader.whole(said.text())
          .map(answer -> checked(answer, effort))
          .orElseGet(() ->
              Tried.nothing("what the model wrote is not what it was asked for", true, effort));
    }

    private Tried checked(JsonNode answer, Written.Effort effort) {
      var outcome = Outcome.of(answer.path("outcome").asText());
      if (outcome.filter(Outcome::says).isEmpty()) {
        var because = "the model says: " + answer.path("outcome").asText().replace('_', ' ');
        return new Tried(List.of(), 0, outcome, because, false, effort);
      }
      var borne = new ArrayList<Written.Sentence>();
      int all = 0;
      for (var sentence : answer.path("sentences")) {
        all++;
        if (borne.size() < style.sentences()) {
          borne(sentence, passages, vault).ifPresent(borne::add);
        }
      }
      return borne.isEmpty()
          ? Tried.nothing("nothing of what the model wrote stands in its sources", true, effort)
          : new Tried(borne, all - borne.size(), outcome, "", false, effort);
    }
  }

  // What a tool says is about the customer, unlike all that the team has written.
  private static boolean isTold(Passage passage) {
    return passage.kind() == Passage.Kind.TOOL;
  }

  private String code() {
    var bytes = new byte[CODE];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Optional<Written.Sentence> borne(
      JsonNode sentence, List<Passage> passages, Vault vault) {
    var text = BULLET.matcher(sentence.path("text").asText().strip()).replaceFirst("");
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
