package dev.switchboard.channel.slack.desk;

import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.people.People;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Answers what agents ask by a slash command; only they see the answer. */
@Singleton
public final class Commands {
  private static final String HELP =
      """
      `list` who waits for a person
      `mine` the cases you have
      `find WORDS` cases with those words
      In the thread of a case use its buttons, or a message's menu: Slack has no commands there.\
      """;

  private final Workspaces workspaces;
  private final People people;
  private final Overview overview;

  Commands(Workspaces workspaces, People people, Overview overview) {
    this.workspaces = workspaces;
    this.people = people;
    this.overview = overview;
  }

  /** The answer, in Slack's markup. */
  public String answer(String teamId, String userId, String words) {
    return workspaces
        .of(teamId)
        .map(workspace -> answer(workspace, userId, words.strip()))
        .orElse("This workspace is not connected any more.");
  }

  private String answer(Workspace workspace, String userId, String words) {
    return switch (people.of(workspace.teamId(), userId)) {
      case People.Person.Agent(var account, _) -> answer(workspace, account.name(), words, HELP);
      case People.Person.Outsider(var because) -> because;
      case People.Person.Unknown _ -> "Slack does not say now who you are. Try again in a minute.";
    };
  }

  private String answer(Workspace workspace, String agent, String words, String help) {
    var command = words.split("\\s+", 2);
    return switch (command[0].toLowerCase(Locale.ROOT)) {
      case "list" -> overview.waiting(workspace);
      case "mine" -> overview.of(workspace, agent);
      case "find" -> command.length == 2 ? overview.with(workspace, command[1]) : help;
      default -> help;
    };
  }
}
