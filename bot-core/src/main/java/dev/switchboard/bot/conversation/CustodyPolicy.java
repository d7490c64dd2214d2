package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Command.AskForPerson;
import dev.switchboard.bot.conversation.Command.Assign;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Close;
import dev.switchboard.bot.conversation.Command.CustomerWrote;
import dev.switchboard.bot.conversation.Command.End;
import dev.switchboard.bot.conversation.Command.Escalate;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Release;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Command.Snooze;
import dev.switchboard.bot.conversation.Command.Transfer;
import dev.switchboard.bot.conversation.Command.Wake;
import dev.switchboard.bot.conversation.Custody.Bot;
import dev.switchboard.bot.conversation.Custody.Closed;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.Resolved;
import dev.switchboard.bot.conversation.Custody.Returned;
import dev.switchboard.bot.conversation.Custody.Snoozed;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.conversation.Transition.Accepted;
import dev.switchboard.bot.conversation.Transition.Refused;

/** Decides what becomes of a command: a pure function of the custody and the command. */
public final class CustodyPolicy {
  private CustodyPolicy() {}

  /** The custody after the command, or why it does not hold. */
  public static Transition decide(Custody custody, Command command) {
    if (custody instanceof Closed) {
      return new Refused("the conversation is closed");
    }
    return switch (command) {
      case CustomerWrote _ -> customerWrote(custody);
      case Escalate _ -> escalate(custody);
      case Claim(var agent) -> claim(custody, agent);
      case Snooze(var agent, var until) -> snooze(custody, new Snoozed(agent, until));
      case Wake _ -> wake(custody);
      case HandBack(var agent) -> ofAgent(custody, agent, new Returned(agent));
      case Resolve(var agent, _) -> ofAgent(custody, agent, new Resolved(agent));
      case Release(var agent) -> ofAgent(custody, agent, new Queued());
      case Assign(var to) -> assign(custody, to);
      case Transfer(_, var to, var from) -> transfer(custody, to, from);
      case AskForPerson _ -> askForPerson(custody);
      case End _ -> new Accepted(new Closed());
      case Close _ -> close(custody);
    };
  }

  private static Transition customerWrote(Custody custody) {
    return switch (custody) {
      case Snoozed(var agent, _) -> new Accepted(new WithAgent(agent));
      case Resolved _ -> new Accepted(new Bot());
      case Bot _, Queued _, WithAgent _, Returned _, Closed _ -> new Accepted(custody);
    };
  }

  private static Transition escalate(Custody custody) {
    return custody.bot()
        ? new Accepted(new Queued())
        : new Refused("the bot does not have the conversation");
  }

  private static Transition claim(Custody custody, String agent) {
    return switch (custody) {
      case WithAgent(var owner) when owner.equals(agent) -> new Refused("you have it already");
      case WithAgent(var owner) -> new Refused(owner + " has it");
      case Snoozed(var owner, _) when !owner.equals(agent) -> new Refused(owner + " has it");
      case Bot _, Queued _, Snoozed _, Returned _, Resolved _, Closed _ ->
          new Accepted(new WithAgent(agent));
    };
  }

  private static Transition assign(Custody custody, String to) {
    return custody.equals(new WithAgent(to))
        ? new Refused(to + " has it already")
        : new Accepted(new WithAgent(to));
  }

  private static Transition transfer(Custody custody, String to, String from) {
    return switch (custody) {
      case WithAgent(var owner) when !owner.equals(from) -> new Refused(owner + " has it");
      case Snoozed(var owner, _) when !owner.equals(from) -> new Refused(owner + " has it");
      case Bot _, Queued _, WithAgent _, Snoozed _, Returned _, Resolved _, Closed _ ->
          assign(custody, to);
    };
  }

  private static Transition askForPerson(Custody custody) {
    return switch (custody) {
      case Bot _, Returned _, Resolved _ -> new Accepted(new Queued());
      case Snoozed(var agent, _) -> new Accepted(new WithAgent(agent));
      case Queued _, WithAgent _, Closed _ -> new Accepted(custody);
    };
  }

  private static Transition snooze(Custody custody, Snoozed asked) {
    return custody.equals(asked)
        ? new Refused("it is put aside until then already")
        : ofAgent(custody, asked.agent(), asked);
  }

  private static Transition wake(Custody custody) {
    return custody instanceof Snoozed(var agent, _)
        ? new Accepted(new WithAgent(agent))
        : new Refused("the conversation is not put aside");
  }

  private static Transition close(Custody custody) {
    return custody instanceof Resolved
        ? new Accepted(new Closed())
        : new Refused("the conversation is not resolved");
  }

  /** What only the agent may do who has the conversation. */
  private static Transition ofAgent(Custody custody, String agent, Custody to) {
    return switch (custody) {
      case WithAgent(var owner) -> ofOwner(owner, agent, to);
      case Snoozed(var owner, _) -> ofOwner(owner, agent, to);
      case Bot _, Queued _, Returned _, Resolved _, Closed _ ->
          new Refused("claim the conversation first");
    };
  }

  private static Transition ofOwner(String owner, String agent, Custody to) {
    return owner.equals(agent) ? new Accepted(to) : new Refused(owner + " has it");
  }
}
