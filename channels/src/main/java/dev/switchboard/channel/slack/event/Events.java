package dev.switchboard.channel.slack.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.switchboard.bot.conversation.Chore;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.api.Workspaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what Slack tells, durably, so that it can be acknowledged before it is worked on; and
 * works on it once.
 *
 * <p>Slack tells the same again when an acknowledgement was late or lost. It is known by its id for
 * a day, and by the message it is about for ever. What happens in one thread is worked on in its
 * order.
 */
@Singleton
public final class Events implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LATER = Duration.ofSeconds(5);
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final int MOST_ATTEMPTS = 20;
  private static final int LONGEST_ID = 60;
  private static final int LONGEST_LANE = 60;

  private final SlackSettings settings;
  private final Workspaces workspaces;
  private final DurableCommit commit;
  private final EventTable table;
  private final Reception reception;
  private final Clock clock;
  private volatile Runnable wake = () -> {};
  private volatile long sweptAt;

  Events(
      SlackSettings settings,
      Workspaces workspaces,
      DurableCommit commit,
      EventTable table,
      Reception reception,
      Clock clock) {
    this.settings = settings;
    this.workspaces = workspaces;
    this.commit = commit;
    this.table = table;
    this.reception = reception;
    this.clock = clock;
  }

  /**
   * Takes the event in, once, and returns when that is durable.
   *
   * @param body the event as it came in, verified
   */
  public void take(String body) {
    var envelope = JsonParser.parseString(body).getAsJsonObject();
    var id = text(envelope, "event_id");
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      LOG.warn("an event of Slack has no id and is left out");
      return;
    }
    var event = envelope.getAsJsonObject("event");
    var ts = event == null ? "" : text(event, "event_ts");
    var lane = event == null ? "" : lane(event);
    commit.run(() ->
        table.add(
            id,
            ts.length() > 30 ? "" : ts,
            lane.length() > LONGEST_LANE ? "" : lane,
            body.replace("\0", ""),
            clock.millis()));
    wake.run();
  }

  /** The thread it happened in; for what stands in none, the one that may begin with it. */
  private static String lane(JsonObject event) {
    var places =
        Stream.concat(
                Stream.of(event),
                Stream.of("message", "previous_message", "item")
                    .map(event::get)
                    .filter(Objects::nonNull)
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject))
            .toList();
    return first(places, "channel")
        .flatMap(channel ->
            first(places, "thread_ts")
                .or(() -> first(places.reversed(), "ts"))
                .map(root -> channel + "/" + root))
        .orElse("");
  }

  private static Optional<String> first(List<JsonObject> places, String name) {
    return places.stream()
        .map(place -> text(place, name))
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  private static String text(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .orElse("");
  }

  @Override
  public boolean isWanted() {
    return settings.isOn();
  }

  @Override
  public String name() {
    return "slack-events";
  }

  @Override
  public void wakeBy(Runnable wake) {
    this.wake = wake;
  }

  @Override
  public Optional<?> next() {
    sweep();
    return take()
        .map(row -> {
          work(row);
          return row;
        });
  }

  private Optional<EventTable.Row> take() {
    long now = clock.millis();
    return commit.read(() -> table.countDue(now)) == 0
        ? Optional.empty()
        : commit.write(() ->
            table
                .lockDue(now)
                .map(row -> {
                  table.take(row.eventId(), now + LEASE.toMillis());
                  return row;
                }));
  }

  /** How an attempt ended. */
  private enum End {
    DONE,
    WAITS,
    FAILED,
    GIVEN_UP
  }

  private void work(EventTable.Row row) {
    var end = seen(row, clock.millis());
    long now = clock.millis();
    switch (end) {
      case DONE -> commit.run(() -> table.record(row.eventId(), "DONE", "", now));
      case WAITS -> commit.run(() -> table.putOff(row.eventId(), now + LATER.toMillis()));
      case FAILED ->
          commit.run(
              () -> table.record(row.eventId(), "PENDING", row.body(), now + LATER.toMillis()));
      case GIVEN_UP -> {
        LOG.error("the event {} of Slack is given up", row.eventId());
        commit.run(() -> table.record(row.eventId(), "DEAD", row.body(), now));
      }
    }
  }

  // However long Slack is away it waits, but what fails here, or waits for a day, is in the way.
  private End seen(EventTable.Row row, long now) {
    try {
      if (seen(row)) {
        return End.DONE;
      }
      return now - row.receivedAt() > REMEMBERED.toMillis() ? End.GIVEN_UP : End.WAITS;
    } catch (RuntimeException fault) {
      LOG.error("an event of Slack could not be worked on", fault);
      return row.attempts() + 1 >= MOST_ATTEMPTS ? End.GIVEN_UP : End.FAILED;
    }
  }

  private boolean seen(EventTable.Row row) {
    var envelope = JsonParser.parseString(row.body()).getAsJsonObject();
    var us = workspaces.of(text(envelope, "team_id"));
    if (us.isPresent()) {
      return reception.see(EventReader.read(row.body(), us.get()));
    }
    // Who we are may not be known yet; where that is known, the event is from a place we left.
    return workspaces.home().isPresent();
  }

  private void sweep() {
    long now = clock.millis();
    if (now - sweptAt > Duration.ofHours(1).toMillis()) {
      sweptAt = now;
      commit.run(() -> table.forget(now - REMEMBERED.toMillis()));
    }
  }
}
