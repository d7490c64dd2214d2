package dev.switchboard.bot.cascade;

import dev.switchboard.bot.grounding.Commission;
import dev.switchboard.bot.grounding.GroundedWriter;
import dev.switchboard.bot.grounding.Written;
import dev.switchboard.bot.model.Models;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.store.DurableCommit;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has models of the tier {@link Tier#PREVIEW} write what others have written for customers, from
 * the same words and passages, and keeps it beside the real answer. No customer ever sees it, and
 * none waits for it.
 */
@Singleton
public final class Trials {
  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
  private static final int MOST_WAITING = 20;
  private static final int LONGEST = 8_000;
  private static final int LONGEST_OUTCOME = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final GroundedWriter writer;
  private final DurableCommit commit;
  private final TrialTable table;
  private final Clock clock;
  private final RandomGenerator random;
  private final double share;
  private final boolean on;
  // One at a time: a trial must not take what customers need.
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("trial-", 1).factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  /**
   * Made by the container.
   *
   * @param share of the answers that are written again, 0 to 1
   */
  Trials(
      GroundedWriter writer,
      Models models,
      DurableCommit commit,
      TrialTable table,
      Clock clock,
      RandomGenerator random,
      @Property(name = "switchboard.trials.share", defaultValue = "0.1") double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new ConfigurationException("switchboard.trials.share must be from 0 to 1");
    }
    this.writer = writer;
    this.commit = commit;
    this.table = table;
    this.clock = clock;
    this.random = random;
    this.share = share;
    on = !models.of(Tier.PREVIEW).isEmpty();
  }

  /**
   * What a model on trial came to.
   *
   * @param model the team's name for it, empty where none could be reached
   * @param asked how many answers it was to write
   * @param answered how many of them it wrote
   * @param sentences in them, borne by their sources
   * @param dropped sentences that nothing bears
   * @param sameSources how many stand on an article of the real answer
   * @param cost in micro-dollars
   * @param millis that all of them took, in milliseconds
   */
  @MappedEntity
  public record Score(
      @Id String model,
      long asked,
      long answered,
      long sentences,
      long dropped,
      long sameSources,
      long cost,
      long millis) {}

  /** What models on trial have come to since then. */
  public List<Score> since(Instant since) {
    return commit.read(() -> table.scores(since.toEpochMilli()));
  }

  /** Somebody was answered: some such answers are written again. */
  void answered(Commission wanted, Written.Reply reply) {
    if (on && random.nextDouble() < share) {
      threads.execute(() -> tried(wanted, reply));
    }
  }

  private void tried(Commission wanted, Written.Reply real) {
    var again =
        new Commission(
            wanted.message(),
            wanted.earlier(),
            wanted.passages(),
            wanted.pictures(),
            Tier.PREVIEW,
            "trial",
            // What it costs must not be missing to the customer.
            "",
            PATIENCE);
    long begun = System.nanoTime();
    try {
      var written = writer.write(again);
      long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      var row = row(wanted, real, written, millis);
      commit.run(() -> table.save(row));
    } catch (RuntimeException fault) {
      // Nobody waits for it; its words may be a customer's.
      LOG.warn("a trial is not kept: {}", fault.getClass().getSimpleName());
    }
  }

  private TrialTable.Row row(Commission wanted, Written.Reply real, Written written, long millis) {
    var effort = written.effort();
    return switch (written) {
      case Written.Reply reply ->
          new TrialTable.Row(
              UUID.randomUUID().toString(),
              clock.millis(),
              wanted.conversationId(),
              effort.model(),
              reply.partly() ? "answered in part" : "answered",
              true,
              reply.sentences().size(),
              reply.dropped(),
              articles(reply).stream().anyMatch(articles(real)::contains),
              cut(reply.plain(), LONGEST),
              cut(real.plain(), LONGEST),
              effort.cost(),
              millis);
      case Written.Nothing nothing ->
          new TrialTable.Row(
              UUID.randomUUID().toString(),
              clock.millis(),
              wanted.conversationId(),
              effort.model(),
              cut(nothing.because(), LONGEST_OUTCOME),
              false,
              0,
              0,
              false,
              "",
              cut(real.plain(), LONGEST),
              effort.cost(),
              millis);
    };
  }

  private static List<String> articles(Written.Reply reply) {
    return reply.citations().stream()
        .map(citation -> citation.passage().articleId())
        .distinct()
        .collect(Collectors.toList());
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
