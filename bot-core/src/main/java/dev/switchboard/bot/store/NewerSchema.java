package dev.switchboard.bot.store;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Refuses a database with migrations this version does not know; Flyway would go on. */
@Singleton
@Named(NewerSchema.DATASOURCE)
final class NewerSchema implements FlywayConfigurationCustomizer {
  static final String DATASOURCE = "default";

  // The last step before the migration: the database is set, and nothing has been changed yet.
  @Override
  public void customizeFluentConfiguration(FluentConfiguration configuration) {
    Arrays.stream(configuration.load().info().applied())
        .filter(NewerSchema::unknown)
        .reduce((older, newer) -> newer)
        .ifPresent(newest -> refuse(newest, configuration));
  }

  private static boolean unknown(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS
        || migration.getState() == MigrationState.FUTURE_FAILED;
  }

  private static void refuse(MigrationInfo newest, FluentConfiguration configuration) {
    throw new DataFolderTooNew(place(configuration), newest.getVersion().getVersion());
  }

  private static String place(FluentConfiguration configuration) {
    try (var connection = configuration.getDataSource().getConnection()) {
      return H2File.of(connection.getMetaData().getURL())
          .map(file -> "The data folder " + file.folder())
          .orElse("The database " + connection.getCatalog());
    } catch (SQLException fault) {
      throw new StoreUnavailable("the database went away while it was opened", fault);
    }
  }

  @Override
  public String getName() {
    return DATASOURCE;
  }
}
