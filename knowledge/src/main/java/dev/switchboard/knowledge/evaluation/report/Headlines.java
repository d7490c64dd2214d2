package dev.switchboard.knowledge.evaluation.report;

import static dev.switchboard.knowledge.evaluation.report.Block.share;

import dev.switchboard.knowledge.evaluation.DialTrial;
import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Scores;
import java.util.Locale;

/** The figures that matter most, each with a sentence in plain words. */
final class Headlines {

  private Headlines() {}

  static void write(Block page, Findings findings, String name) {
    var scores = findings.scores();
    page.in("header", "")
        .text("p", "eyebrow", name)
        .text("h1", "", "How good is the bot?")
        .text("p", "lead", asked(findings, scores));
    var cards = page.in("div", "cards");
    decisions(cards, scores);
    ranking(cards, scores);
    dial(page, findings.dial());
  }

  private static String asked(Findings findings, Scores scores) {
    return String.format(
        Locale.ROOT,
        "%,d questions were asked; your knowledge answers %,d of them. %s",
        scores.n(),
        scores.answerable(),
        findings.dialled()
            ? "The dial decided what is answered."
            : String.format(
                Locale.ROOT,
                "The bot answers when it is at least %.0f %% sure.",
                100 * findings.thresholds().answer()));
  }

  private static void decisions(Block cards, Scores scores) {
    card(
        cards, "Answered", scores.answered(), "of all questions get an answer from the bot alone.");
    card(cards, "Wrong answers", scores.wrongAnswers(), "of those answers are not the right ones.");
    card(
        cards,
        "Asked back",
        scores.clarified(),
        "of all questions get two or three to choose from.");
    card(
        cards,
        "Rightly held back",
        scores.oosRecall(),
        "of the questions that nothing in your knowledge answers get no answer.");
  }

  private static void ranking(Block cards, Scores scores) {
    card(
        cards,
        "Right article first",
        scores.pAt1(),
        "of the questions it could answer have the right article on top, shown or not.");
    card(
        cards,
        "Right article found",
        scores.hitAt10(),
        "have it among the first ten; the rest needs other words in your articles.");
  }

  private static void card(Block cards, String title, double share, String meaning) {
    cards
        .in("div", "card")
        .text("p", "label", title)
        .text("p", "figure", share(share))
        .text("p", "meaning", meaning);
  }

  private static void dial(Block page, DialTrial trial) {
    boolean promised = !Double.isNaN(trial.threshold());
    var box =
        page.in("section", promised ? "dial" : "dial unpromised")
            .text("h2", "", "What can be promised");
    if (!promised) {
      box.text("p", "", notPromised(trial));
      return;
    }
    box.text("p", "", promised(trial));
    box.text("p", "", tried(trial));
  }

  private static String notPromised(DialTrial trial) {
    return "At most %s wrong answers cannot be promised from these questions: they are too few, or too many answers are wrong. It takes at least %d questions that the bot answers rightly, and more for each wrong one."
        .formatted(share(trial.dial().accepted()), trial.dial().fewestQuestions());
  }

  private static String promised(DialTrial trial) {
    return String.format(
        Locale.ROOT,
        "Answering from %.0f %% sureness on, at most %s of the answers are wrong: this holds with a"
            + " certainty of %.0f %% for further questions of the same kind.",
        100 * trial.threshold(),
        share(trial.dial().accepted()),
        100 * (1 - trial.dial().risk()));
  }

  private static String tried(DialTrial trial) {
    return trial.tried()
        ? "Tried on halves, each at the threshold that the other one gave: %s of all questions are answered, %s of that wrong."
            .formatted(share(trial.answered()), share(trial.wrongAnswers()))
        : "It could not be tried on halves of the questions: a half alone can promise nothing.";
  }
}
