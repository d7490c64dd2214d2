package dev.switchboard.bot.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Proposal;
import dev.switchboard.bot.model.Answered;
import dev.switchboard.bot.model.Ask;
import dev.switchboard.bot.model.LlmGateway;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.privacy.Vault;
import dev.switchboard.bot.safety.Injection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Has a model find out with tools what a question needs.
 *
 * <p>The model reads the customer's words and what tools return, never the knowledge: no article
 * can have a tool run. It may ask for at most eight, in at most four rounds, and for none twice;
 * after two wrong requests nobody listens any more. The first one that would change something ends
 * the errand: it is what the customer is asked about.
 */
@Singleton
public final class Errand {
  private static final int MOST_ROUNDS = 4;
  private static final int MOST_CALLS = 8;
  private static final int MOST_MISTAKES = 2;
  private static final int MOST_TOKENS = 400;
  private static final int LONGEST_VALUE = 100;
  private static final int CODE = 8;

  private final LlmGateway gateway;
  private final Toolbox toolbox;
  private final RandomGenerator random;
  private final Clock clock;
  private final String rules;

  Errand(LlmGateway gateway, Toolbox toolbox, RandomGenerator random, Clock clock) {
    this.gateway = gateway;
    this.toolbox = toolbox;
    this.random = random;
    this.clock = clock;
    rules = rules();
  }

  private static String rules() {
    try (var in = Errand.class.getResourceAsStream("errand.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules for tools cannot be read", e);
    }
  }

  /**
   * What is to be found out.
   *
   * @param message what the customer wrote
   * @param earlier what they wrote before, oldest first
   * @param kit the tools that may be used
   * @param tier of the model that chooses
   * @param patience how long it may take in all
   */
  public record Wanted(
      String message, List<String> earlier, Toolkit kit, Tier tier, Duration patience) {
    public Wanted {
      earlier = List.copyOf(earlier);
    }
  }

  /**
   * What came of it.
   *
   * @param found what tools said, to write from
   * @param proposal what the customer is to be asked about
   * @param done what was done, in words for the team
   * @param model the team's name for the one that chose, empty when none could be asked
   * @param tier of that model
   * @param cost in micro-dollars
   */
  public record Result(
      List<Passage> found,
      Optional<Proposal> proposal,
      List<String> done,
      String model,
      Tier tier,
      long cost) {
    public Result {
      found = List.copyOf(found);
      done = List.copyOf(done);
    }
  }

  /** Finds it out, as far as it can. */
  public Result run(Wanted wanted) {
    return new Work(wanted).run();
  }

  /** One errand. */
  private final class Work {
    private final Wanted wanted;
    private final Vault vault = new Vault(List.of());
    private final List<ChatMessage> said = new ArrayList<>();
    private final List<Passage> found = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Set<String> requested = new HashSet<>();
    private Optional<Proposal> proposal = Optional.empty();
    private int calls;
    private int mistakes;
    private String model = "";
    private Tier tier;
    private long cost;

    private Work(Wanted wanted) {
      this.wanted = wanted;
      tier = wanted.tier();
    }

    private Result run() {
      if (Injection.isIn(wanted.message())) {
        done.add("no tool was used, as the message tries to instruct the model");
      } else {
        var code = code();
        said.add(SystemMessage.from(rules.replace("{code}", code)));
        said.add(UserMessage.from(question(code)));
        var end = clock.instant().plus(wanted.patience());
        for (int round = 0; round < MOST_ROUNDS; round++) {
          var left = Duration.between(clock.instant(), end);
          if (!left.isPositive() || !goesOn(left)) {
            break;
          }
        }
      }
      return new Result(found, proposal, done, model, tier, cost);
    }

    private String question(String code) {
      var text = new StringBuilder();
      for (var earlier : wanted.earlier()) {
        text.append(fenced("earlier", earlier, code)).append("\n\n");
      }
      return text.append(fenced("message", wanted.message(), code)).toString();
    }

    private String fenced(String name, String words, String code) {
      return "<<%s %s>>\n%s\n<<end %s>>".formatted(name, code, vault.masked(words), code);
    }

    /** Asks once, and does what is asked for. */
    private boolean goesOn(Duration left) {
      var specifications = wanted.kit().tools().stream().map(Tool::specification).toList();
      // A small model that knows no tools is stood in for by a large one.
      var asked = gateway.usesTools(wanted.tier()) ? wanted.tier() : Tier.LARGE;
      var ask =
          new Ask(said, asked, "tools", wanted.kit().caller().conversationId(), MOST_TOKENS)
              .with(specifications);
      return switch (gateway.ask(ask, left)) {
        case Answered.Nothing(var because) -> {
          done.add("no model chose a tool: " + String.join("; ", because));
          yield false;
        }
        case Answered.Text answer -> {
          model = answer.model();
          tier = answer.tier();
          cost += answer.cost();
          yield carriedOut(answer.calls());
        }
      };
    }

    private boolean carriedOut(List<ToolExecutionRequest> requests) {
      if (requests.isEmpty()) {
        return false;
      }
      said.add(AiMessage.from(requests));
      for (var request : requests) {
        calls++;
        if (calls > MOST_CALLS) {
          done.add("the model asked for more tools than it may");
          return false;
        }
        said.add(ToolExecutionResultMessage.from(request, reply(request)));
        if (proposal.isPresent() || mistakes > MOST_MISTAKES) {
          return false;
        }
      }
      return true;
    }

    private String reply(ToolExecutionRequest request) {
      var tool =
          wanted.kit().tools().stream()
              .filter(each -> each.name().equals(request.name()))
              .findFirst();
      if (tool.isEmpty()) {
        return mistake("the model asked for a tool that is not there");
      }
      try {
        var arguments = arguments(tool.get(), request);
        if (!requested.add(tool.get().name() + arguments)) {
          return mistake("the model asked for the same once more");
        }
        return tool.get().changes() ? offered(tool.get(), arguments) : run(tool.get(), arguments);
      } catch (ToolFailed wrong) {
        return mistake("%s: %s".formatted(tool.get().title(), wrong.getMessage()));
      }
    }

    private String mistake(String what) {
      mistakes++;
      done.add(what);
      return "That did not work: " + what;
    }

    private JsonNode arguments(Tool tool, ToolExecutionRequest request) throws ToolFailed {
      var taken = Toolbox.checked(tool, Objects.requireNonNullElse(request.arguments(), ""));
      for (var entry : List.copyOf(taken.properties())) {
        if (entry.getValue().isTextual()) {
          taken.put(entry.getKey(), vault.restored(entry.getValue().asText()));
        }
      }
      return taken;
    }

    private String offered(Tool tool, JsonNode arguments) {
      var words = tool.permission().offer();
      for (var entry : arguments.properties()) {
        var value = entry.getValue().asText().replaceAll("\\s+", " ");
        words =
            words.replace(
                "{" + entry.getKey() + "}",
                value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
      }
      proposal = Optional.of(new Proposal(tool.name(), arguments.toString(), words));
      done.add("the customer is asked whether to do it: " + words);
      return "The customer is asked whether to do it. Nothing has been done yet.";
    }

    private String run(Tool tool, JsonNode arguments) throws ToolFailed {
      var text = toolbox.run(tool, arguments.toString(), wanted.kit().caller());
      found.add(
          new Passage(
              "tool:" + tool.name(), 0, Passage.Kind.TOOL, tool.title(), List.of(), text, ""));
      done.add("looked up: " + tool.title());
      return vault.maskedByForm(text);
    }
  }

  private String code() {
    var bytes = new byte[CODE];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
