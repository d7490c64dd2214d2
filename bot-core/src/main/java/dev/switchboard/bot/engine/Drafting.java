package dev.switchboard.bot.engine;

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
      case Answer answer -> Answers.part(question, answer);
      case Clarify _ ->
          new Reply.Part(
              question, decision, courtesies.text(CustomerText.CLARIFY, language), List.of());
      case Decision.Propose(var proposal, _) ->
          new Reply.Part(
              question,
              decision,
              courtesies.text(CustomerText.PROPOSE, language)
                  + "\n\n**"
                  + Passage.escape(proposal.words())
                  + "**",
              List.of());
      case Escalate(var cause, _) ->
          new Reply.Part(question, decision, escalation.notice(cause, language), List.of());
      case Courtesy(var signal, _) ->
          new Reply.Part(question, decision, courtesies.reply(signal, language), List.of());
    };
  }
}
