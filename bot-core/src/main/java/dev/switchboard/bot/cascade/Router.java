package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.Traits.Found;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Says on which rung a question begins: a pure function of what the question is like, what there is
 * to answer with, and what the team wants.
 *
 * <p>Of all that asks for a rung the highest wins. What cannot be had, or is spared, is replaced by
 * the rung below it; below the models the knowledge alone answers, or calls a person.
 */
public final class Router {
  private static final int PERCENT = 100;

  private Router() {}

  /** The rung, and why. */
  public static Choice choose(Traits traits, Means means, Policy policy) {
    if (!traits.urgent().isEmpty()) {
      return new Choice(Rung.PERSON, traits.urgent());
    }
    var wished = wished(traits, means, policy);
    return switch (wished.rung()) {
      case KNOWLEDGE, PERSON -> wished;
      case MINI -> mini(wished, traits, means);
      case LARGE -> large(wished, traits, means, policy);
    };
  }

  private static Choice wished(Traits traits, Means means, Policy policy) {
    var topics =
        policy.topics().entrySet().stream()
            .filter(topic -> traits.topics().contains(topic.getKey()))
            .map(topic -> new Choice(topic.getValue(), "it is about " + topic.getKey()));
    var matters =
        Arrays.stream(Matter.values())
            .filter(matter -> matter.isIn(traits, policy))
            .filter(matter -> matter != Matter.PICTURES || means.sees())
            .map(matter -> new Choice(policy.rung(matter), matter.because()));
    return Stream.concat(topics, matters)
        .max(Comparator.comparing(Choice::rung))
        .orElseGet(() -> alone(traits));
  }

  /** What the knowledge does alone. */
  private static Choice alone(Traits traits) {
    return switch (traits.found()) {
      case ANSWER -> new Choice(Rung.KNOWLEDGE, "an article answers");
      case CHOICE -> new Choice(Rung.KNOWLEDGE, "several articles are close");
      case COURTESY -> new Choice(Rung.KNOWLEDGE, "nothing was asked");
      case NOTHING ->
          new Choice(
              Rung.PERSON,
              traits.foreign()
                  ? "the knowledge holds nothing in the customer's language"
                  : "no article is near the question");
    };
  }

  private static Choice mini(Choice wished, Traits traits, Means means) {
    return means.mini() ? wished : instead(traits, wished, "no small model can be asked");
  }

  /** Whether there is a large model that is not spared. */
  static boolean hasLarge(Means means, Policy policy) {
    return means.large() && means.spent() < policy.largeUntil();
  }

  private static Choice large(Choice wished, Traits traits, Means means, Policy policy) {
    if (hasLarge(means, policy)) {
      return wished;
    }
    if (!means.large()) {
      return below(wished, traits, means, "no large model can be asked");
    }
    int spent = (int) (means.spent() * PERCENT);
    return below(wished, traits, means, spent + " % of the day's budget are spent");
  }

  // The small model writes where there is something to write from.
  private static Choice below(Choice wished, Traits traits, Means means, String lack) {
    return means.mini() && traits.found() != Found.COURTESY
        ? new Choice(Rung.MINI, wished.because() + ", but " + lack)
        : instead(traits, wished, lack);
  }

  private static Choice instead(Traits traits, Choice wished, String lack) {
    return new Choice(alone(traits).rung(), wished.because() + ", but " + lack);
  }
}
