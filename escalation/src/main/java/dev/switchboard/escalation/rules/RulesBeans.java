package dev.switchboard.escalation.rules;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The rules by the file that the configuration names under {@code switchboard.rules}. */
@Factory
final class RulesBeans {

  /** Read at once, so that nothing starts on rules with a mistake. */
  @Context
  Rulebook rules(@Property(name = "switchboard.rules") Optional<String> file) {
    return file.filter(path -> !path.isBlank())
        .map(path -> RulesFile.read(Path.of(path)))
        .orElseGet(RulesFile::shipped);
  }

  @Singleton
  Words words(Rulebook rules) {
    return rules.words();
  }

  @Singleton
  Absence absence(Rulebook rules, Clock clock) {
    return () -> rules.backAt(clock.instant());
  }
}
