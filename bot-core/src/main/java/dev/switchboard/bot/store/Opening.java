package dev.switchboard.bot.store;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.api.ErrorCode;

/** Tries an H2 file before the pool does, to say clearly when another process has it. */
@Singleton
final class Opening implements BeanCreatedEventListener<DatasourceConfiguration> {
  private static final Duration IDLE = Duration.ofMinutes(1);

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    var configuration = event.getBean();
    H2File.of(configuration.getJdbcUrl()).ifPresent(file -> open(configuration, file));
    return configuration;
  }

  private void open(DatasourceConfiguration configuration, H2File file) {
    configuration.setJdbcUrl(file.url());
    // Made ahead of need they would gain nothing, and one that is being made while the database is
    // closed would open it again.
    configuration.setMinimumIdle(1);
    configuration.setIdleTimeout(IDLE.toMillis());
    try {
      Direct.execute(configuration, "select 1");
    } catch (SQLException fault) {
      if (fault.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new DataFolderInUse(file.folder());
      }
      throw Faults.unavailable("cannot open the database " + file.path(), fault);
    }
  }
}
