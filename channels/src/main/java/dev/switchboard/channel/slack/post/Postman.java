package dev.switchboard.channel.slack.post;

import dev.switchboard.bot.conversation.Chore;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.api.Workspaces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in Slack what is to be said: in each lane one thing after the other, for as long as it
 * takes.
 *
 * <p>An outage of any length loses nothing. What Slack refuses for good is set aside, so that what
 * is behind it goes on.
 */
@Singleton
final class Postman implements Chore {
  static final Duration LEASE = Duration.ofSeconds(90);

  private static final Duration REMEMBERED = Duration.ofDays(7);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final int MOST_TOGETHER = 20;
  private static final int LONGEST_ERROR = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final SlackSettings settings;
  private final Workspaces workspaces;
  private final DurableCommit commit;
  private final PostTable table;
  private final Posts posts;
  private final Map<String, PostWriter> writers;
  private final Pace pace;
  private final TaskScheduler scheduler;
  private final Clock clock;
  private volatile Runnable wake = () -> {};
  private long sweptAt;

  Postman(
      SlackSettings settings,
      Workspaces workspaces,
      DurableCommit commit,
      PostTable table,
      Posts posts,
      List<PostWriter> writers,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      Clock clock) {
    this.settings = settings;
    this.workspaces = workspaces;
    this.commit = commit;
    this.table = table;
    this.posts = posts;
    this.writers =
        writers.stream()
            .collect(Collectors.toUnmodifiableMap(PostWriter::kind, Function.identity()));
    this.scheduler = scheduler;
    this.clock = clock;
    pace = new Pace(settings.pace(), clock);
  }

  @Override
  public boolean isWanted() {
    return settings.isOn();
  }

  @Override
  public String name() {
    return "slack-postman";
  }

  @Override
  public void wakeBy(Runnable wake) {
    this.wake = wake;
    posts.wakeBy(wake);
  }

  @Override
  public Optional<?> next() {
    sweep();
    return take().map(this::say);
  }

  // What was said long ago is added by nobody any more.
  private void sweep() {
    long now = clock.millis();
    if (now - sweptAt > Duration.ofHours(1).toMillis()) {
      sweptAt = now;
      commit.run(() -> table.forget(now - REMEMBERED.toMillis()));
    }
  }

  private Optional<List<PostTable.Row>> take() {
    long now = clock.millis();
    return commit.read(() -> table.countDue(now)) == 0
        ? Optional.empty()
        : commit.write(() -> table.lockDue(now).map(first -> taken(first, now)));
  }

  private List<PostTable.Row> taken(PostTable.Row first, long now) {
    var taken = new ArrayList<PostTable.Row>();
    taken.add(first);
    for (var row : table.behind(first.lane(), first.number(), MOST_TOGETHER - 1)) {
      if (!row.kind().equals(first.kind())) {
        break;
      }
      taken.add(row);
    }
    taken.forEach(row -> table.take(row.number(), now + LEASE.toMillis()));
    return taken;
  }

  private Written say(List<PostTable.Row> rows) {
    var written = written(rows);
    commit.run(() -> record(rows, written));
    return written;
  }

  private Written written(List<PostTable.Row> rows) {
    var first = rows.getFirst();
    var writer = Optional.ofNullable(writers.get(first.kind()));
    var workspace = workspaces.of(first.teamId());
    if (writer.isEmpty()) {
      return new Written.Never("nobody writes a " + first.kind());
    }
    if (workspace.isEmpty()) {
      return new Written.NotYet(LONGEST_PAUSE);
    }
    var wait = pause(writer.get(), first);
    return wait.isZero() ? written(writer.get(), workspace.get(), rows) : new Written.NotYet(wait);
  }

  private Duration pause(PostWriter writer, PostTable.Row first) {
    return writer.isPaced() ? pace.pause(first.channelId()) : Duration.ZERO;
  }

  private Written written(PostWriter writer, Workspace workspace, List<PostTable.Row> rows) {
    var first = rows.getFirst();
    try {
      var written = writer.write(workspace, rows.stream().map(PostTable.Row::post).toList());
      if (writer.isPaced()) {
        paced(first.channelId(), written);
      }
      return written;
    } catch (RuntimeException fault) {
      LOG.warn("{} {} could not be written", first.kind(), first.number(), fault);
      return new Written.Later(Duration.ZERO, String.valueOf(fault), true);
    }
  }

  private void paced(String channelId, Written written) {
    switch (written) {
      case Written.Later later when !later.doubtful() -> pace.holdBack(channelId, later.after());
      case Written.Sent _, Written.Later _, Written.Never _ -> pace.used(channelId);
      case Written.Needless _, Written.NotYet _ -> {}
    }
  }

  private void record(List<PostTable.Row> rows, Written written) {
    long now = clock.millis();
    int said = written instanceof Written.Sent(var count, _) ? count : 1;
    for (var row : rows.subList(0, said)) {
      switch (written) {
        case Written.Sent(_, var ts) ->
            table.record(row.number(), "DONE", ts.isEmpty() ? null : ts, false, now, null);
        case Written.Needless _ -> table.record(row.number(), "DONE", null, false, now, null);
        case Written.Never(var because) -> dead(row, because, now);
        case Written.Later later -> later(row, later, now);
        case Written.NotYet(var after) -> putOff(row, now, after);
      }
    }
    // Those were taken along but not said.
    rows.subList(said, rows.size()).forEach(row -> table.putOff(row.number(), row.doubtful(), now));
  }

  private void putOff(PostTable.Row row, long now, Duration after) {
    table.putOff(row.number(), row.doubtful(), now + after.toMillis());
    scheduler.schedule(after, wake);
  }

  private void dead(PostTable.Row row, String because, long now) {
    LOG.error("Slack refuses {} {} for good: {}", row.kind(), row.number(), because);
    table.record(row.number(), "DEAD", null, false, now, cut(because));
  }

  private void later(PostTable.Row row, Written.Later later, long now) {
    var wait = Math.max(later.after().toMillis(), backoff(row.attempts()));
    var doubtful = row.doubtful() || later.doubtful();
    table.record(row.number(), "PENDING", null, doubtful, now + wait, cut(later.because()));
  }

  private static long backoff(int attempts) {
    long doubled = Duration.ofSeconds(1).toMillis() << Math.min(attempts, MOST_DOUBLINGS);
    return Math.min(doubled, LONGEST_PAUSE.toMillis());
  }

  private static String cut(String error) {
    return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
  }
}
