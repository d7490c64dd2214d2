package dev.switchboard.escalation.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the team has customers told in its own words.
 *
 * @param toWhomeverIsInDanger what customers are told who may harm themselves, by language; {@code
 *     {number}} stands for the number below
 * @param emergency the number to call in an emergency, empty when not said
 */
public record Words(Map<String, String> toWhomeverIsInDanger, String emergency) {

  /** The team has said nothing of its own. */
  public static final Words NONE = new Words(Map.of(), "");

  private static final String NUMBER = "{number}";

  public Words {
    toWhomeverIsInDanger = Map.copyOf(toWhomeverIsInDanger);
  }

  /**
   * What a customer is told who may harm themselves.
   *
   * @param shipped what is said where the team has no words of its own in that language
   */
  public String toWhomeverIsInDanger(Locale language, String shipped) {
    var number = emergency.isEmpty() ? "" : " (" + emergency + ")";
    return Optional.ofNullable(toWhomeverIsInDanger.get(language.getLanguage()))
        .orElse(shipped)
        .replace(NUMBER, number);
  }
}
