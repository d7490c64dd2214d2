package dev.switchboard.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line; it does nothing but name what there is, which Terminal adds. */
@Command(
    name = "switchboard",
    description = "A support bot that answers from your own knowledge and hands over to people.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = ReleaseVersion.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; the reason is one line on standard error",
      "2:the arguments make no sense"
    })
final class SwitchboardCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  boolean verbose() {
    return verbose;
  }
}
