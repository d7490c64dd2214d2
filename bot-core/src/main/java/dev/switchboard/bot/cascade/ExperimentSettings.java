package dev.switchboard.bot.cascade;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is tried on a part of the conversations beside what is in force.
 *
 * @param name of the experiment, empty for none; a new name deals conversations anew
 * @param from the day, by UTC, from which on conversations count: those before were dealt to nobody
 * @param policy that holds in its arm B, empty for the one in force
 * @param model that is asked before all others in arm B, by the team's name; empty for the usual
 *     order
 * @param prompt a file with the rules that models get in arm B, empty for the shipped ones
 * @param share of the conversations that are in arm B, 0 to 1
 */
@ConfigurationProperties("switchboard.experiment")
record ExperimentSettings(
    @Bindable(defaultValue = "") String name,
    @Nullable LocalDate from,
    @Bindable(defaultValue = "") String policy,
    @Bindable(defaultValue = "") String model,
    @Bindable(defaultValue = "") String prompt,
    @Bindable(defaultValue = "0.5") double share) {
  ExperimentSettings {
    if (!(share >= 0 && share <= 1)) {
      throw new ConfigurationException("switchboard.experiment.share must be from 0 to 1");
    }
    if (!name.isEmpty() && from == null) {
      throw new ConfigurationException(
          "switchboard.experiment.from must say on which day it begins, such as 2026-12-01");
    }
    if (!name.isEmpty() && policy.isEmpty() && model.isEmpty() && prompt.isEmpty()) {
      throw new ConfigurationException(
          "switchboard.experiment needs a policy, a model or a prompt to try");
    }
  }
}
