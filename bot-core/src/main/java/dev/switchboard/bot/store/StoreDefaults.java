package dev.switchboard.bot.store;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/**
 * How the database is reached, and where files lie, when nobody says otherwise.
 *
 * <p>Any other source of configuration wins. For PostgreSQL it is enough to set {@code
 * datasources.default.url}, {@code username} and {@code password}.
 */
@ContextConfigurer
public final class StoreDefaults implements ApplicationContextConfigurer {
  private static final int BELOW_EVERYTHING = -10_000;

  // The modes make H2 speak PostgreSQL's dialect.
  private static final String MODES =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=5000";

  // async: survives Thread.interrupt(), which closes a database opened with file:. WRITE_DELAY
  // hands each commit to the operating system at once, RETENTION_TIME keeps the file small but must
  // not be 0. TRACE_LEVEL_FILE: a process that is refused leaves no file of traces behind.
  private static final String H2 =
      "jdbc:h2:async:${switchboard.data:./data}/switchboard"
          + MODES
          + ";WRITE_DELAY=0;RETENTION_TIME=2000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "switchboard.files",
          "${switchboard.data:./data}/files",
          "datasources.default.url",
          H2,
          "datasources.default.dialect",
          "POSTGRES",
          "datasources.default.maximum-pool-size",
          8,
          "datasources.default.connection-timeout",
          2_000,
          "datasources.default.max-lifetime",
          600_000,
          "datasources.default.exception-override-class-name",
          DeadConnections.class.getName(),
          "flyway.datasources.default.enabled",
          true);

  /**
   * The address of a database in memory, which is gone with the process.
   *
   * @param name tells it from the others in this process; letters, digits and hyphens
   */
  public static String inMemory(String name) {
    return "jdbc:h2:mem:" + name + MODES + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
  }

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.propertySources(PropertySource.of("store defaults", DEFAULTS, BELOW_EVERYTHING));
  }
}
