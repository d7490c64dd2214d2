package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Custody;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks with the customer, as they may know it.
 *
 * @param state {@code bot}, {@code queued}, {@code human}, {@code resolved} or {@code closed}
 * @param queue the place in the queue, null when not queued
 * @param agent the person, null when there is none
 * @param canRate whether the customer may say how it was
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ShownState(
    String state,
    @Nullable Queue queue,
    @Nullable Person agent,
    @JsonProperty("can_rate") boolean canRate) {

  /**
   * A place in the queue.
   *
   * @param position from 1
   * @param eta how long it takes, null where too little is known
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Queue(long position, Staff.@Nullable Eta eta) {}

  /** A person of the team. */
  @Serdeable
  record Person(String name) {}

  static String of(Custody custody) {
    return switch (custody) {
      case Custody.Bot _, Custody.Returned _ -> "bot";
      case Custody.Queued _ -> "queued";
      case Custody.WithAgent _, Custody.Snoozed _ -> "human";
      case Custody.Resolved _ -> "resolved";
      case Custody.Closed _ -> "closed";
    };
  }

  static @Nullable Person agent(Custody custody) {
    return switch (custody) {
      case Custody.WithAgent(var agent) -> new Person(agent);
      case Custody.Snoozed(var agent, _) -> new Person(agent);
      case Custody.Resolved(var agent) -> new Person(agent);
      case Custody.Bot _, Custody.Returned _, Custody.Queued _, Custody.Closed _ -> null;
    };
  }
}
