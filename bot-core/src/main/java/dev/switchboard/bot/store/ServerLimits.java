package dev.switchboard.bot.store;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * Limits how long a PostgreSQL server may be silent: without it, whoever asks over a connection
 * that was cut on the way waits for ever. What the database's address says wins.
 */
@Singleton
final class ServerLimits implements BeanCreatedEventListener<DatasourceConfiguration> {

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    var configuration = event.getBean();
    if (configuration.getJdbcUrl().startsWith("jdbc:postgresql:")) {
      configuration.addDataSourceProperty("connectTimeout", "2");
      configuration.addDataSourceProperty("socketTimeout", "4");
      configuration.addDataSourceProperty("tcpKeepAlive", "true");
      configuration.addDataSourceProperty("ApplicationName", "switchboard");
    }
    return configuration;
  }
}
