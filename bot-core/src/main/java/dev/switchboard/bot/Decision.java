package dev.switchboard.bot;

import java.util.List;

/** What is done with one question: the outcome of the decision policy, with its reason. */
public sealed interface Decision {

  /** The reason in words a support lead understands. */
  String because();

  /** An article answers. */
  record Answer(Candidate candidate, String because) implements Decision {}

  /** Two or three articles are close: the customer is offered the choice. */
  record Clarify(List<Candidate> candidates, String because) implements Decision {
    public Clarify {
      candidates = List.copyOf(candidates);
    }
  }

  /** A tool would change something for the customer, who is asked whether it is to. */
  record Propose(Proposal proposal, String because) implements Decision {}

  /** A person has to see to it. */
  record Escalate(Cause cause, String because) implements Decision {}

  /** No question was asked: a courtesy is returned. */
  record Courtesy(Signal signal, String because) implements Decision {}

  /** Why a question goes to a person. */
  enum Cause {
    /** The knowledge does not hold the answer. */
    NOT_COVERED,
    /** The customer asked for a person. */
    WANTS_PERSON,
    /** The customer has been annoyed for longer than a moment. */
    ANNOYED,
    /** The customer asks again what the bot has answered. */
    ASKED_AGAIN,
    /** Two answers in a row did not help. */
    DID_NOT_HELP,
    /** The customer points at a file that the bot cannot read. */
    UNREADABLE_FILE,
    /** The customer writes in a language in which the knowledge holds nothing. */
    LANGUAGE_NOT_COVERED,
    /** A rule of the team asks for a person. */
    HOUSE_RULE,
    /** The customer may harm themselves. */
    IN_DANGER
  }
}
