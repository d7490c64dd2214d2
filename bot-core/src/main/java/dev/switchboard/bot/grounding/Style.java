package dev.switchboard.bot.grounding;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How models write to customers.
 *
 * @param tone in the team's words
 * @param sentences how many there may be in an answer, from 1 to 20
 */
@ConfigurationProperties("switchboard.answers")
record Style(
    @Bindable(defaultValue = "friendly and plain") String tone,
    @Bindable(defaultValue = "6") int sentences) {
  private static final int MOST = 20;

  Style {
    if (sentences < 1 || sentences > MOST) {
      throw new ConfigurationException("switchboard.answers.sentences must be from 1 to " + MOST);
    }
  }
}
