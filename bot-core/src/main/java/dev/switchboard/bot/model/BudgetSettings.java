package dev.switchboard.bot.model;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What may be spent on models, in dollars.
 *
 * @param day in a day, by UTC
 * @param conversation in a conversation on a day
 */
@ConfigurationProperties("switchboard.model-budget")
record BudgetSettings(
    @Bindable(defaultValue = "10") double day,
    @Bindable(defaultValue = "0.50") double conversation) {
  BudgetSettings {
    if (!(day >= 0) || !(conversation >= 0)) {
      throw new ConfigurationException("switchboard.model-budget cannot be less than nothing");
    }
  }
}
