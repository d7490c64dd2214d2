package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.conversation.CaseLine;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.text.Cut;
import dev.switchboard.channel.slack.text.Mrkdwn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases as lists to read in Slack. */
@Singleton
final class Overview {
  private static final int MOST = 15;
  private static final int LONGEST_WORDS = 90;

  private final Cases cases;
  private final ThreadTable threads;
  private final DurableCommit commit;

  Overview(Cases cases, ThreadTable threads, DurableCommit commit) {
    this.cases = cases;
    this.threads = threads;
    this.commit = commit;
  }

  /** Who waits for a person, the longest first. */
  String waiting(Workspace workspace) {
    return list(
        workspace,
        cases.open().stream()
            .filter(line -> line.conversation().custody() instanceof Custody.Queued),
        "Nobody waits.");
  }

  /** What that agent has, or has put aside. */
  String of(Workspace workspace, String agent) {
    return list(
        workspace,
        cases.open().stream().filter(line -> isOf(line.conversation().custody(), agent)),
        "You have no case.");
  }

  private static boolean isOf(Custody custody, String agent) {
    return switch (custody) {
      case Custody.WithAgent(var owner) -> owner.equals(agent);
      case Custody.Snoozed(var owner, _) -> owner.equals(agent);
      case Custody.Bot _,
          Custody.Queued _,
          Custody.Returned _,
          Custody.Resolved _,
          Custody.Closed _ ->
          false;
    };
  }

  /** Cases with those words in the customer's last message, name or address. */
  String with(Workspace workspace, String words) {
    var sought = words.toLowerCase(Locale.ROOT);
    return list(
        workspace,
        Stream.concat(cases.open().stream(), cases.done().stream())
            .filter(line -> text(line).toLowerCase(Locale.ROOT).contains(sought)),
        "There is no such case among the open ones and those done last.");
  }

  private static String text(CaseLine line) {
    var customer = line.customer();
    return String.join(
        " ",
        List.of(
            line.words(),
            customer.name(),
            customer.email(),
            customer.answerTo(),
            line.conversation().id()));
  }

  private String list(Workspace workspace, Stream<CaseLine> lines, String none) {
    var all = lines.toList();
    var shown =
        all.stream()
            .limit(MOST)
            .map(line -> line(workspace, line))
            .collect(Collectors.joining("\n"));
    var more = all.size() > MOST ? "\n… and %d more".formatted(all.size() - MOST) : "";
    return all.isEmpty() ? none : shown + more;
  }

  private String line(Workspace workspace, CaseLine line) {
    var words = Cut.to(Mrkdwn.escaped(line.words().replace('\n', ' ')), LONGEST_WORDS);
    var what = "• " + CardBlocks.who(line.customer()) + ": " + (words.isBlank() ? "—" : words);
    var since = line.waits() ? " (waiting since " + Mrkdwn.time(line.waitsSince()) + ")" : "";
    var link =
        commit
            .read(() -> threads.of(line.conversation().id()))
            .filter(thread -> thread.rootTs() != null)
            .map(thread -> workspace.linkTo(thread.channelId(), String.valueOf(thread.rootTs())))
            .filter(url -> !url.isEmpty())
            .map(url -> " " + Mrkdwn.link(url, "open"))
            .orElse("");
    return what + since + link;
  }
}
