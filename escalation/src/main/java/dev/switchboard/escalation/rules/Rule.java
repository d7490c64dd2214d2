package dev.switchboard.escalation.rules;

import dev.switchboard.bot.Priority;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Situation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done where all of its conditions hold.
 *
 * @param when the conditions
 * @param then what is done
 */
record Rule(When when, Then then) {

  /**
   * What a rule says; of what it does not say, the rules below decide.
   *
   * @param person whether a person has to see to it whatever the knowledge holds; else the bot goes
   *     on
   * @param team which team sees to it
   * @param priority how soon
   */
  record Then(Optional<Boolean> person, Optional<String> team, Optional<Priority> priority) {}

  /**
   * The conditions; an empty list is none, and of several values of a list one has to hold.
   *
   * @param vip whether the customer has to be one whom the team has listed
   */
  record When(
      List<Signal> signals,
      List<String> topics,
      List<String> languages,
      List<String> channels,
      boolean vip) {
    When {
      signals = List.copyOf(signals);
      topics = List.copyOf(topics);
      languages = List.copyOf(languages);
      channels = List.copyOf(channels);
    }
  }

  boolean meets(Situation situation) {
    return meets(when.signals(), situation.signals())
        && meets(when.topics(), situation.topics())
        && meets(when.languages(), List.of(situation.language().getLanguage()))
        && meets(when.channels(), List.of(situation.sender().channel()))
        && (!when.vip() || situation.sender().vip());
  }

  private static <T> boolean meets(List<T> wanted, Iterable<T> present) {
    if (wanted.isEmpty()) {
      return true;
    }
    for (var each : present) {
      if (wanted.contains(each)) {
        return true;
      }
    }
    return false;
  }

  Ruling ruling(Situation situation) {
    return then.person().orElse(false)
        ? new Ruling(true, "a rule of the team asks for a person: " + because(situation))
        : Ruling.NONE;
  }

  private String because(Situation situation) {
    var words =
        Stream.of(
                said("about", when.topics().stream().filter(situation.topics()::contains)),
                said(
                    "with the signal",
                    when.signals().stream().filter(situation.signals()::contains).map(Rule::name)),
                said("in the language", when.languages().stream()),
                said("through", when.channels().stream()),
                when.vip() ? "from a customer on the list" : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "always" : words;
  }

  private static String said(String how, Stream<String> what) {
    var listed = what.collect(Collectors.joining(" or "));
    return listed.isEmpty() ? "" : how + " " + listed;
  }

  /** The signal as rules write it. */
  static String name(Signal signal) {
    return signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
