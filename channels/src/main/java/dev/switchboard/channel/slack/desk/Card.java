package dev.switchboard.channel.slack.desk;

import com.slack.api.model.block.LayoutBlock;
import dev.switchboard.bot.brief.Briefing;
import dev.switchboard.bot.conversation.CaseFile;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.ShownPart;
import dev.switchboard.bot.conversation.Suggestions;
import dev.switchboard.channel.slack.api.SlackSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Draws the card of a case as it is at this moment. */
@Singleton
final class Card {
  private final Cases cases;
  private final Briefing briefing;
  private final Suggestions suggestions;
  private final SlackSettings settings;

  Card(Cases cases, Briefing briefing, Suggestions suggestions, SlackSettings settings) {
    this.cases = cases;
    this.briefing = briefing;
    this.suggestions = suggestions;
    this.settings = settings;
  }

  /**
   * A drawn card.
   *
   * @param text it in one line
   */
  record Drawn(String text, List<LayoutBlock> blocks) {}

  /** The card at the head of the thread, empty when its conversation is gone. */
  Optional<Drawn> of(ThreadTable.Row thread) {
    return cases.file(thread.conversationId()).map(file -> drawn(file, thread));
  }

  private Drawn drawn(CaseFile file, ThreadTable.Row thread) {
    var line = file.line();
    var id = line.conversation().id();
    var custody = line.conversation().custody();
    boolean direct =
        custody instanceof Custody.WithAgent(var owner)
            && thread.isDirect(owner, settings.direct());
    // Nobody reads what the bot would say where a person is already saying it, or it speaks itself.
    var suggestion =
        custody instanceof Custody.Queued || custody instanceof Custody.WithAgent
            ? suggestions.forLastMessage(id)
            : List.<ShownPart>of();
    return new Drawn(
        CardBlocks.line(line),
        CardBlocks.of(file, briefing.of(file), suggestion, direct, link(id)));
  }

  private String link(String id) {
    var desk = settings.deskUrl();
    return desk.isEmpty() ? "" : desk.replaceAll("/+$", "") + "/desk#" + id;
  }
}
