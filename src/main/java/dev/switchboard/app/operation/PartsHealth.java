package dev.switchboard.app.operation;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells probes whether the server can do its work. Who may not see the reason over HTTP finds it in
 * the log, where each change is told once.
 */
@Singleton
@Readiness
@Requires(beans = HealthEndpoint.class)
final class PartsHealth implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(PartsHealth.class);
  private static final Duration LOOKS = Duration.ofSeconds(2);

  private final List<Part> parts;
  private final Map<String, String> told = new ConcurrentHashMap<>();

  PartsHealth(List<Part> parts, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.parts = parts;
    var _ = scheduler.scheduleWithFixedDelay(LOOKS, LOOKS, this::tellChanges);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(result());
  }

  private HealthResult result() {
    var troubles = new ConcurrentHashMap<String, String>();
    for (var part : parts) {
      part.trouble().ifPresent(trouble -> troubles.put(part.name(), trouble));
    }
    var status = troubles.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN;
    return HealthResult.builder("switchboard", status).details(troubles).build();
  }

  private void tellChanges() {
    parts.stream()
        .filter(part -> !part.isLoggedAlready())
        .forEach(part -> tellChange(part.name(), part.trouble()));
  }

  private void tellChange(String part, Optional<String> trouble) {
    if (trouble.isPresent() && told.put(part, trouble.get()) == null) {
      LOG.warn("Not ready, {}: {}", part, trouble.get());
    }
    if (trouble.isEmpty() && told.remove(part) != null) {
      LOG.info("Ready again, {}", part);
    }
  }
}
