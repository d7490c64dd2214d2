package dev.switchboard.bot.model;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long a model may take.
 *
 * @param connect until its provider is reached
 * @param firstToken until it begins to answer; of what it answers in one piece, until that is there
 * @param betweenTokens until it goes on
 * @param whole until a reply is there, with all that is tried for it
 * @param hedge until another model is asked as well, of which the first that begins is heard; zero
 *     for never
 */
@ConfigurationProperties("switchboard.model-patience")
record Patience(
    @Bindable(defaultValue = "5s") Duration connect,
    @Bindable(defaultValue = "15s") Duration firstToken,
    @Bindable(defaultValue = "15s") Duration betweenTokens,
    @Bindable(defaultValue = "45s") Duration whole,
    @Bindable(defaultValue = "0s") Duration hedge) {
  Patience {
    if (Stream.of(connect, firstToken, betweenTokens, whole)
            .anyMatch(time -> time.isNegative() || time.isZero())
        || hedge.isNegative()) {
      throw new ConfigurationException(
          "the times in switchboard.model-patience must be longer than nothing");
    }
  }
}
