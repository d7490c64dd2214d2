package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Proposed.State;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.tool.Callers;
import dev.switchboard.bot.tool.ToolFailed;
import dev.switchboard.bot.tool.Toolbox;
import dev.switchboard.bot.triage.Courtesies;
import dev.switchboard.bot.triage.CustomerText;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the bot has offered, once the customer confirms it, and at most once.
 *
 * <p>That it is to be done is stored before it is done. Where the process ends in between, nobody
 * can say whether it was done: a person is told to look, and it is never tried again.
 */
@Singleton
public final class Proposals implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);
  // Longer than any tool may take.
  private static final Duration STUCK = Duration.ofMinutes(2);

  private final DurableCommit commit;
  private final ProposalTable table;
  private final ConversationTable conversations;
  private final CustodyChanges custody;
  private final Turns turns;
  private final Outbox outbox;
  private final Toolbox toolbox;
  private final Callers callers;
  private final Bell bell;
  private final Clock clock;
  private final Courtesies courtesies = new Courtesies();

  Proposals(
      DurableCommit commit,
      ProposalTable table,
      ConversationTable conversations,
      CustodyChanges custody,
      Turns turns,
      Outbox outbox,
      Toolbox toolbox,
      Callers callers,
      Bell bell,
      Clock clock) {
    this.commit = commit;
    this.table = table;
    this.conversations = conversations;
    this.custody = custody;
    this.turns = turns;
    this.outbox = outbox;
    this.toolbox = toolbox;
    this.callers = callers;
    this.bell = bell;
    this.clock = clock;
  }

  /** All that was offered in the conversation, in its order. */
  public List<Proposed> of(String conversationId) {
    return commit.read(() -> table.of(conversationId)).stream().map(ProposalRow::proposed).toList();
  }

  /**
   * The customer says whether they want it, and it is done before this returns.
   *
   * @param language of the customer, {@link Locale#ROOT} when unknown
   * @return what became of it; empty when it is not open any more, as it was answered, was offered
   *     more than half an hour ago, or a person has taken the conversation since
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Optional<Proposed> answer(
      String conversationId, String id, boolean wanted, Locale language) {
    var taken = commit.write(() -> taken(conversationId, id, wanted, language));
    taken.filter(row -> wanted).ifPresent(row -> carryOut(row, language));
    bell.ring(new Happening.Changed(conversationId));
    return taken.isEmpty()
        ? Optional.empty()
        : commit.read(() -> table.find(conversationId, id)).map(ProposalRow::proposed);
  }

  private Optional<ProposalRow> taken(
      String conversationId, String id, boolean wanted, Locale language) {
    var conversation = conversations.lock(conversationId).orElseThrow();
    var found =
        table.find(conversationId, id).filter(row -> row.isOpen(conversation, clock.instant()));
    long now = clock.millis();
    found.ifPresent(row -> {
      move(row, State.OFFERED, wanted ? State.CONFIRMED : State.DECLINED, "", now);
      if (!wanted) {
        tell(conversation, courtesies.text(CustomerText.PROPOSAL_DECLINED, language), now);
      }
    });
    return found;
  }

  private void move(ProposalRow row, State from, State to, String outcome, long now) {
    if (table.move(row.id(), from.name(), to.name(), StorableText.cleaned(outcome), now) != 1) {
      throw new IllegalStateException("the proposal %s was changed unlocked".formatted(row.id()));
    }
  }

  private void tell(ConversationRow conversation, String words, long now) {
    outbox.add(conversation, turns.told(conversation, words, now));
  }

  private void carryOut(ProposalRow row, Locale language) {
    try {
      var said = run(row);
      commit.run(() -> {
        long now = clock.millis();
        var conversation = conversations.lock(row.conversationId()).orElseThrow();
        move(row, State.CONFIRMED, State.DONE, said, now);
        var words = courtesies.text(CustomerText.PROPOSAL_DONE, language) + "\n\n" + said;
        if (conversation.custodyVersion() == row.custodyVersion()) {
          tell(conversation, words, now);
        } else {
          // Somebody else speaks to the customer now; they are told what to say.
          turns.suggested(conversation, new Draft(words, "", Optional.empty(), List.of()), now);
        }
      });
    } catch (ToolFailed failed) {
      LOG.warn("what a customer confirmed was not done: {}", failed.getMessage());
      var because =
          "they confirmed “%s”, and it failed: %s".formatted(row.words(), failed.getMessage());
      commit.run(() -> handOver(row, State.FAILED, because, language));
    }
  }

  private String run(ProposalRow row) throws ToolFailed {
    var tool =
        toolbox
            .find(row.tool())
            .orElseThrow(() -> new ToolFailed("the tool is not there any more"));
    return toolbox.run(tool, row.arguments(), callers.of(row.conversationId()));
  }

  private void handOver(ProposalRow row, State to, String because, Locale language) {
    long now = clock.millis();
    var conversation = conversations.lock(row.conversationId()).orElseThrow();
    var left = StorableText.cleaned(because);
    if (table.move(row.id(), State.CONFIRMED.name(), to.name(), left, now) == 0) {
      // Another process was faster.
      return;
    }
    var words = courtesies.text(CustomerText.PROPOSAL_FAILED, language);
    if (conversation.custodyVersion() == row.custodyVersion()) {
      tell(conversation, words, now);
      custody.change(
          conversations.lock(row.conversationId()).orElseThrow(),
          new Command.Escalate(because),
          now);
    } else {
      var told = words + "\n\n" + because;
      turns.suggested(conversation, new Draft(told, "", Optional.empty(), List.of()), now);
    }
  }

  @Override
  public String name() {
    return "proposals";
  }

  /** Gives to people what was being done when a process ended. */
  @Override
  public Optional<?> next() {
    var stuck = commit.read(() -> table.stuck(clock.millis() - STUCK.toMillis()));
    stuck.ifPresent(row -> {
      var because =
          "they confirmed “%s”, and whether it was done is not known".formatted(row.words());
      commit.run(() -> handOver(row, State.UNCLEAR, because, Locale.ROOT));
      bell.ring(new Happening.Changed(row.conversationId()));
    });
    return stuck;
  }
}
