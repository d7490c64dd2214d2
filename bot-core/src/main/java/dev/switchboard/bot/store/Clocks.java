package dev.switchboard.bot.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;

/** Chooses whose clock counts: this machine's, or the one of the server that several share. */
@Factory
final class Clocks {

  @Singleton
  @Secondary
  @Requires(property = "datasources.default.url", pattern = "jdbc:h2:.*")
  Clock own() {
    return Clock.systemDefaultZone();
  }

  @Singleton
  @Secondary
  @Bean(typed = Clock.class)
  @Requires(property = "datasources.default.url", pattern = "jdbc:postgresql:.*")
  DatabaseClock shared(
      DataSource database, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    return DatabaseClock.of(database, scheduler, ZoneId.systemDefault());
  }
}
