package dev.switchboard.app.wiring;

import dev.switchboard.knowledge.IndexFollower;
import dev.switchboard.knowledge.Standing;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells probes whether questions can be answered from everything that is stored. Who may not see
 * the reason over HTTP finds it in the log.
 */
@Singleton
@Readiness
@Requires(beans = HealthEndpoint.class)
final class KnowledgeHealth implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeHealth.class);

  private final IndexFollower follower;
  private final Optional<DiskRoom> room;
  private volatile boolean warned;

  KnowledgeHealth(
      IndexFollower follower,
      @Property(name = "switchboard.data") String data,
      @Property(name = StartingKnowledge.PATH) Optional<String> inMemory) {
    this.follower = follower;
    this.room = inMemory.isPresent() ? Optional.empty() : Optional.of(new DiskRoom(Path.of(data)));
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(trouble().map(KnowledgeHealth::down).orElseGet(KnowledgeHealth::up));
  }

  private Optional<String> trouble() {
    return switch (follower.standing()) {
      case Standing.Behind(var reason) -> Optional.of(reason);
      case Standing.CatchingUp() -> Optional.of("the knowledge is still being indexed");
      case Standing.InStep() -> diskTrouble();
    };
  }

  private Optional<String> diskTrouble() {
    var trouble = room.flatMap(DiskRoom::shortage);
    if (trouble.isPresent() && !warned) {
      LOG.warn("Not ready: {}", trouble.get());
    }
    warned = trouble.isPresent();
    return trouble;
  }

  private static HealthResult up() {
    return HealthResult.builder("knowledge", HealthStatus.UP).build();
  }

  private static HealthResult down(String reason) {
    return HealthResult.builder("knowledge", HealthStatus.DOWN).details(reason).build();
  }
}
