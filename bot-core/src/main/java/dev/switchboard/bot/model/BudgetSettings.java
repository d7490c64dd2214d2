package dev.switchboard.bot.model;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent on models, in dollars.
 *
 * @param day in a day, by UTC
 * @param conversation in a conversation on a day
 * @param teams in a day by whoever has the API key of that name, within what all may spend
 */
@ConfigurationProperties("switchboard.model-budget")
record BudgetSettings(
    @Bindable(defaultValue = "10") double day,
    @Bindable(defaultValue = "0.50") double conversation,
    @Nullable
        @MapFormat(
            transformation = MapFormat.MapTransformation.FLAT,
            keyFormat = StringConvention.RAW)
        Map<String, Double> teams) {
  BudgetSettings {
    teams = Map.copyOf(Objects.requireNonNullElse(teams, Map.of()));
    if (!(day >= 0) || !(conversation >= 0) || teams.values().stream().anyMatch(each -> each < 0)) {
      throw new ConfigurationException("switchboard.model-budget cannot be less than nothing");
    }
  }

  /** What that team may spend in a day, in dollars; null where that is not said. */
  @Nullable Double of(String team) {
    return teams == null ? null : teams.get(team);
  }
}
