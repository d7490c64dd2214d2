package dev.switchboard.escalation.rules;

import dev.switchboard.bot.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People who see to cases together.
 *
 * @param name what the rules call them
 * @param work when they are at work
 * @param firstReply within which time of work they want to reply first, by priority
 * @param rota who is to be called when
 * @param slack their channel in Slack, empty when they have none
 */
record Team(
    String name, WorkTime work, Map<Priority, Duration> firstReply, List<Duty> rota, String slack) {

  Team {
    firstReply = Map.copyOf(firstReply);
    rota = List.copyOf(rota);
  }

  /** Who is to be called in some hours of the week, by their e-mail addresses. */
  record Duty(WorkTime when, List<String> people) {
    Duty {
      people = List.copyOf(people);
    }
  }

  /** When the first reply is due to whom it gets at that moment, by its hours. */
  Optional<Instant> due(Priority priority, Instant since) {
    return Optional.ofNullable(firstReply.get(priority))
        .flatMap(within -> work.after(within, since));
  }

  List<String> onCall(Instant at) {
    return rota.stream()
        .filter(duty -> duty.when().isOpen(at))
        .flatMap(duty -> duty.people().stream())
        .distinct()
        .toList();
  }
}
