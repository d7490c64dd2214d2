package dev.switchboard.bot.engine;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Decision.Answer;
import dev.switchboard.bot.Decision.Clarify;
import dev.switchboard.bot.Decision.Courtesy;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.triage.Courtesies;
import dev.switchboard.bot.triage.CustomerText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts a decision into words: approved answers, quotes, and the bot's own few phrases. */
final class Drafting {

  private final Courtesies courtesies;
  private final Escalation escalation;

  Drafting(Courtesies courtesies, Escalation escalation) {
    this.courtesies = courtesies;
    this.escalation = escalation;
  }

  Reply.Part draft(String question, Decision decision, Locale language) {
    return switch (decision) {
      case Answer(var candidate, _) ->
          new Reply.Part(question, decision, text(candidate), citations(candidate));
      case Clarify _ ->
          new Reply.Part(
              question, decision, courtesies.text(CustomerText.CLARIFY, language), List.of());
      case Escalate(var cause, _) ->
          new Reply.Part(question, decision, escalation.notice(cause, language), List.of());
      case Courtesy(var signal, _) ->
          new Reply.Part(question, decision, courtesies.reply(signal, language), List.of());
    };
  }

  /** A FAQ's answer was approved as a whole; of a document only the sentences that answer. */
  private static String text(Candidate candidate) {
    var passage = candidate.passage();
    return switch (passage.kind()) {
      case FAQ -> passage.text();
      case DOCUMENT -> String.join("\n\n", candidate.quotes()) + "\n\n" + source(passage);
    };
  }

  private static String source(Passage passage) {
    var path =
        passage.headings().stream().collect(Collectors.joining(" › ", passage.title() + " › ", ""));
    var name = escape(passage.headings().isEmpty() ? passage.title() : path);
    return passage.url().isEmpty() ? "— " + name : "— [" + name + "](" + passage.url() + ")";
  }

  private static String escape(String text) {
    return text.replaceAll("([\\[\\]()*_`<>\\\\])", "\\\\$1");
  }

  private static List<Citation> citations(Candidate candidate) {
    return candidate.quotes().stream()
        .map(quote -> new Citation(candidate.passage(), quote))
        .toList();
  }
}
