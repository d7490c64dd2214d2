package dev.switchboard.app.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Where a command meets the person who typed it: arguments in, exit code out. */
public final class Terminal {
  // Lucene recommends its vector module on standard error; the launcher says why it stays off. The
  // field keeps the logger, and with it the level, from being collected.
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          ImportCommand.class,
          AskCommand.class,
          EvalCommand.class,
          ModelsCommand.class,
          ReplayCommand.class,
          BenchCommand.class,
          TrainCommand.class,
          WarmUpCommand.class,
          HelpCommand.class);

  private Terminal() {}

  /**
   * Runs the command that the arguments name.
   *
   * @return 0 when it is done, 1 when it failed, 2 when the arguments make no sense; the reason is
   *     one line on standard error
   */
  public static int run(String... args) {
    VECTORS.setLevel(Level.SEVERE);
    return commandLine(args).execute(args);
  }

  /** Set up for these arguments only: reading what every command takes would slow each start. */
  static CommandLine commandLine(String... args) {
    var line = new CommandLine(new SwitchboardCommand());
    var named = COMMANDS.stream().filter(command -> args.length > 0 && isNamed(args[0], command));
    var one = named.findFirst();
    one.map(List::<Class<?>>of).orElse(COMMANDS).forEach(line::addSubcommand);
    return line.setParameterExceptionHandler(new UsageHint())
        .setExecutionExceptionHandler(new OneLineReason())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  private static boolean isNamed(String word, Class<?> command) {
    return !command.equals(HelpCommand.class)
        && command.getAnnotation(Command.class).name().equals(word);
  }
}
