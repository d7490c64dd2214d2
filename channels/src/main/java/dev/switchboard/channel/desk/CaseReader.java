package dev.switchboard.channel.desk;

import dev.switchboard.bot.brief.Briefing;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.CaseFile;
import dev.switchboard.bot.conversation.CaseLine;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Translations;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.media.PictureReader;
import dev.switchboard.bot.model.Ledger;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.web.turn.TurnReader;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Reads cases as the team sees them. */
@Singleton
final class CaseReader {
  private final Cases cases;
  private final Briefing briefing;
  private final TurnReader turns;
  private final Attachments attachments;
  private final PictureReader pictures;
  private final Translations translations;
  private final Ledger ledger;

  CaseReader(
      Cases cases,
      Briefing briefing,
      TurnReader turns,
      Attachments attachments,
      PictureReader pictures,
      Translations translations,
      Ledger ledger) {
    this.translations = translations;
    this.ledger = ledger;
    this.cases = cases;
    this.briefing = briefing;
    this.turns = turns;
    this.attachments = attachments;
    this.pictures = pictures;
  }

  /**
   * All there is on a case.
   *
   * @throws Refusal with 404 when there is none of that id
   */
  CaseFile file(String id) {
    return cases.file(id).orElseThrow(CaseReader::unknown);
  }

  /**
   * A case in short.
   *
   * @throws Refusal with 404 when there is none of that id
   */
  CaseLine require(String id) {
    return cases.find(id).orElseThrow(CaseReader::unknown);
  }

  private static Refusal unknown() {
    return new Refusal(HttpStatus.NOT_FOUND, "There is no such case.");
  }

  ShownCase shown(CaseFile file) {
    return new ShownCase(
        ShownLine.of(file.line()),
        ShownBrief.of(briefing.of(file)),
        file.events().stream().map(ShownCase.Step::of).toList(),
        file.opinions().stream().map(ShownCase.Felt::of).toList(),
        translations
            .foreign(file.matter())
            .map(language -> language.getDisplayLanguage(Locale.ENGLISH))
            .orElse(""),
        ledger.of(file.line().conversation().id()).stream().map(ShownCase.Call::of).toList(),
        file.readUpTo());
  }

  List<ShownTurn> shown(List<Turn> said) {
    if (said.isEmpty()) {
      return List.of();
    }
    var files = attachments.of(said.getFirst().conversationId());
    var words =
        pictures.words(
            files.values().stream()
                .flatMap(List::stream)
                .filter(file -> file.kind() != Attachment.Kind.FILE)
                .map(Attachment::id)
                .toList());
    return said.stream()
        .map(turn ->
            ShownTurn.of(turn, turns.read(turn), files.getOrDefault(turn.seq(), List.of()), words))
        .toList();
  }
}
