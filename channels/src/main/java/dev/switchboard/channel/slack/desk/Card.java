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

  /** The card of the conversation, empty when there is none of that id. */
  Optional<Drawn> of(String conversationId, boolean direct) {
    return cases.file(conversationId).map(file -> drawn(file, direct));
  }

  private Drawn drawn(CaseFile file, boolean direct) {
    var line = file.line();
    var id = line.conversation().id();
    var custody = line.conversation().custody();
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
