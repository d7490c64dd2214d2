package dev.switchboard.bot.brief;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.grounding.Summarizer;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What longer cases are about, as a small model tells it. It is written beside, while whoever looks
 * already has the brief in the customer's own words, and kept until several things more are said.
 */
@Singleton
final class Summaries {
  private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);
  private static final int MOST_WAITING = 50;
  // What is shorter is read as fast as a summary of it.
  private static final int SHORTEST = 300;
  // One more message is read beside a summary as fast as another summary.
  private static final int STALE = 4;

  private final Summarizer summarizer;
  private final SummaryTable table;
  private final DurableCommit commit;
  private final Bell bell;
  private final Set<String> writing = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("summaries").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  Summaries(Summarizer summarizer, SummaryTable table, DurableCommit commit, Bell bell) {
    this.summarizer = summarizer;
    this.table = table;
    this.commit = commit;
    this.bell = bell;
  }

  /** What there is of it; empty without a model, for short cases, and before it is written. */
  String of(String conversationId, List<Turn> turns) {
    var said = turns.stream().filter(turn -> turn.author().isShown()).toList();
    if (!summarizer.isOn() || said.isEmpty() || isShort(said)) {
      return "";
    }
    var kept = commit.read(() -> table.findByConversationId(conversationId));
    long last = said.getLast().seq();
    if (kept.filter(row -> last - row.upToSeq() < STALE).isEmpty() && writing.add(conversationId)) {
      writer.execute(() -> write(conversationId, said, last));
    }
    return kept.map(SummaryTable.Row::words).orElse("");
  }

  private static boolean isShort(List<Turn> said) {
    return said.stream()
            .filter(turn -> turn.author() == Author.CUSTOMER)
            .mapToInt(turn -> turn.text().length())
            .sum()
        < SHORTEST;
  }

  private void write(String conversationId, List<Turn> said, long last) {
    try {
      var summary = summarizer.of(said.stream().map(Summaries::line).toList(), conversationId);
      // What a model could not tell is not asked again before something new is said.
      var row =
          summary
              .map(told -> new SummaryTable.Row(conversationId, last, told.words(), told.model()))
              .orElseGet(() -> new SummaryTable.Row(conversationId, last, "", ""));
      commit.run(() -> {
        table.forget(conversationId);
        table.save(row);
      });
      Optional.of(row.words())
          .filter(words -> !words.isEmpty())
          .ifPresent(words -> bell.ring(new Happening.Changed(conversationId)));
    } catch (RuntimeException fault) {
      // Nobody waits for it; its words may be a customer's.
      LOG.warn("a case is not summarised: {}", fault.getClass().getSimpleName());
    } finally {
      writing.remove(conversationId);
    }
  }

  private static Summarizer.Line line(Turn turn) {
    return new Summarizer.Line(
        switch (turn.author()) {
          case CUSTOMER -> "customer";
          case BOT -> "assistant";
          case AGENT -> "agent";
          case NOTE, SUGGESTION -> "team";
        },
        turn.text());
  }

  @PreDestroy
  void close() {
    writer.shutdownNow();
  }
}
