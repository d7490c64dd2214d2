package dev.switchboard.app.bench.faults;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Named points in a server's work, at one of which it ends as if the power had gone: without a
 * {@code finally}, and without what it might still have written.
 *
 * <p>The points lie before and after every change to the database, every commit and every sync.
 * {@code switchboard.halt.record} is a file that takes the names of those that are passed; {@code
 * switchboard.halt.at} is one of them, and {@code switchboard.halt.count} says at which passage.
 */
@Singleton
@Requires(property = "switchboard.halt.record")
final class HaltPoints implements BeanCreatedEventListener<DatasourceConfiguration> {
  /** The exit code of a server that was halted. */
  static final int HALTED = 86;

  private final Path record;
  private final String at;
  private final AtomicInteger left;
  private final Set<String> passed = ConcurrentHashMap.newKeySet();

  HaltPoints(
      @Property(name = "switchboard.halt.record") String record,
      @Property(name = "switchboard.halt.at") @Nullable String at,
      @Property(name = "switchboard.halt.count", defaultValue = "1") int count) {
    this.record = Path.of(record);
    this.at = at == null ? "" : at;
    left = new AtomicInteger(count);
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    var configuration = event.getBean();
    configuration.setDataSource(HaltingDataSource.of(configuration, this));
    return configuration;
  }

  void pass(String point) {
    if (passed.add(point)) {
      write(point);
    }
    if (point.equals(at) && left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(HALTED);
    }
  }

  private synchronized void write(String point) {
    try {
      Files.writeString(record, point + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
