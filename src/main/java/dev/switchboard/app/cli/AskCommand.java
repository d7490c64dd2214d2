package dev.switchboard.app.cli;

import dev.switchboard.app.ThrowawayBot;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reply;
import dev.switchboard.channel.web.AskAnswer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ask}: one question, one decision, with its receipt. */
@Command(
    name = "ask",
    description = {
      "Put one question and see the answer, its sources, and how the decision came about.",
      "Nothing is changed. Without --knowledge the articles in the data folder answer, or, as long",
      "as there are none, the bundled sample."
    },
    footer = {
      "",
      "  switchboard ask \"Where is my parcel?\"",
      "  switchboard ask \"Where is my parcel?\" --knowledge faq.csv --json"
    })
final class AskCommand implements Runnable {
  private static final String STANDARD_INPUT = "-";

  // Far beyond what is read of a message, and an end for what has none.
  private static final int MOST_INPUT = 1 << 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "QUESTION", description = "The question, or - to read it from input.")
  private String question;

  @Option(
      names = "--knowledge",
      paramLabel = "PATH",
      description = "Answer from this CSV, file or folder alone.")
  private @Nullable Path knowledge;

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--json", description = "Print what POST /api/v1/ask returns.")
  private boolean json;

  @Override
  public void run() {
    String text = text();
    if (text.isBlank()) {
      throw new ParameterException(spec.commandLine(), "the question is empty");
    }
    print(reply(new Message(text, List.of())));
  }

  private String text() {
    try {
      return question.equals(STANDARD_INPUT)
          ? new String(System.in.readNBytes(MOST_INPUT), StandardCharsets.UTF_8)
          : question;
    } catch (IOException fault) {
      throw new UncheckedIOException("the question cannot be read from input", fault);
    }
  }

  private Reply reply(Message message) {
    if (knowledge != null) {
      return replyFrom(knowledge, message);
    }
    if (Application.hasStore(data.settings())) {
      return StoredBot.reply(data.settings(), message);
    }
    spec.commandLine().getErr().println("There is no knowledge yet: the bundled sample answers");
    try (var bot = ThrowawayBot.ofSample()) {
      return bot.engine().reply(message);
    }
  }

  private Reply replyFrom(Path path, Message message) {
    try (var bot = ThrowawayBot.of(KnowledgePath.existing(path))) {
      var harvest = bot.harvest();
      harvest.problems().forEach(problem -> spec.commandLine().getErr().println(problem.text()));
      if (harvest.articles().isEmpty()) {
        throw new Failure("no article could be read from " + path);
      }
      return bot.engine().reply(message);
    }
  }

  private void print(Reply reply) {
    var answer = AskAnswer.of(reply);
    var out = spec.commandLine().getOut();
    out.println(json ? json(answer) : new ReadableAnswer(answer).text());
    out.flush();
  }

  private static String json(AskAnswer answer) {
    try {
      return ObjectMapper.getDefault().writeValueAsString(answer);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
