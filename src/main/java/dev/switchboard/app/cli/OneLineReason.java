package dev.switchboard.app.cli;

import dev.switchboard.bot.store.StoreRefused;
import dev.switchboard.bot.store.StoreUnavailable;
import dev.switchboard.escalation.rules.RulesRefused;
import dev.switchboard.knowledge.IndexInUse;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Shows why a command failed: one line, or one for each mistake in the rules, and the stack trace
 * for those who ask for it.
 */
final class OneLineReason implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    lines(fault).forEach(line -> command.getErr().println("switchboard: " + line));
    if (wantsStackTrace(command)) {
      fault.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static List<String> lines(Throwable fault) {
    return causes(fault)
        .filter(RulesRefused.class::isInstance)
        .findFirst()
        .map(refused -> ((RulesRefused) refused).lines())
        .orElseGet(() -> List.of(of(fault)));
  }

  /** The reason in one line: the first cause with words meant for people, or else the root. */
  static String of(Throwable fault) {
    return causes(fault)
        .flatMap(cause -> wordsForPeople(cause).stream())
        .findFirst()
        .orElseGet(() -> unexpected(fault));
  }

  /** The text without its line breaks, for a log or terminal line that must stay one. */
  static String oneLine(@Nullable String text) {
    return Objects.requireNonNullElse(text, "no reason given").strip().replaceAll("\\R\\s*", "; ");
  }

  private static Optional<String> wordsForPeople(Throwable cause) {
    return switch (cause) {
      case Failure failure -> Optional.of(oneLine(failure.getMessage()));
      case StoreRefused refused -> Optional.of(oneLine(refused.getMessage()));
      case StoreUnavailable gone -> Optional.of(oneLine(gone.getMessage()));
      case IndexInUse inUse -> Optional.of(oneLine(inUse.getMessage()));
      case RulesRefused refused -> Optional.of(oneLine(refused.getMessage()));
      case ConfigurationException wrong -> Optional.of(oneLine(wrong.getMessage()));
      case NoSuchFileException missing -> Optional.of("there is no " + missing.getFile());
      case AccessDeniedException denied -> Optional.of("no permission for " + denied.getFile());
      default -> Optional.empty();
    };
  }

  private static String unexpected(Throwable fault) {
    Throwable root = causes(fault).reduce(fault, (first, second) -> second);
    return root.getClass().getSimpleName()
        + ": "
        + oneLine(root.getMessage())
        + " (--verbose shows more)";
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
  }

  private static boolean wantsStackTrace(CommandLine command) {
    return command.getCommandSpec().root().userObject() instanceof SwitchboardCommand root
        && root.verbose();
  }
}
