package dev.switchboard.bot.engine;

import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Situation;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.util.Set;

/** A team that has laid down nothing; any other bean of this type takes its place. */
@Singleton
@Secondary
final class NoRules implements HouseRules {

  @Override
  public Set<String> topics(String text) {
    return Set.of();
  }

  @Override
  public boolean isVip(String subject, String email) {
    return false;
  }

  @Override
  public Ruling ruling(Situation situation) {
    return Ruling.NONE;
  }
}
