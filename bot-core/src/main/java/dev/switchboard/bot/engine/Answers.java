package dev.switchboard.bot.engine;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Decision.Answer;
import dev.switchboard.bot.Reply;
import java.util.List;

/** Puts an article's answer into words: a FAQ's as a whole, of a document what answers. */
public final class Answers {

  private Answers() {}

  /** The part of a reply in which the article answers the question, with its sources. */
  public static Reply.Part part(String question, Answer answer) {
    var candidate = answer.candidate();
    return new Reply.Part(question, answer, text(candidate), citations(candidate));
  }

  /** A FAQ's answer was approved as a whole; of a document only the sentences that answer. */
  private static String text(Candidate candidate) {
    var passage = candidate.passage();
    return switch (passage.kind()) {
      case FAQ, TOOL -> passage.text();
      case DOCUMENT -> String.join("\n\n", candidate.quotes()) + "\n\n" + passage.reference();
    };
  }

  private static List<Citation> citations(Candidate candidate) {
    return candidate.quotes().stream()
        .map(quote -> new Citation(candidate.passage(), quote))
        .toList();
  }
}
