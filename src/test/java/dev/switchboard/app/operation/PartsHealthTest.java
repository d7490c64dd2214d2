package dev.switchboard.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PartsHealthTest {
  private final AtomicReference<Optional<String>> disk = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<String>> work = new AtomicReference<>(Optional.empty());

  @Test
  void isReadyOnlyWhileNothingIsWrongAndNamesThePartsThatAreNot() {
    try (var thread = Executors.newSingleThreadScheduledExecutor()) {
      var scheduler = new ScheduledExecutorTaskScheduler(thread);
      var health = new PartsHealth(List.of(part("disk", disk), part("work", work)), scheduler);

      assertThat(result(health).getStatus()).isEqualTo(HealthStatus.UP);

      disk.set(Optional.of("nearly full"));
      assertThat(result(health).getStatus()).isEqualTo(HealthStatus.DOWN);
      assertThat(result(health).getDetails()).isEqualTo(Map.of("disk", "nearly full"));

      work.set(Optional.of("bot-1 has ended"));
      assertThat(result(health).getDetails())
          .isEqualTo(Map.of("disk", "nearly full", "work", "bot-1 has ended"));

      disk.set(Optional.empty());
      work.set(Optional.empty());
      assertThat(result(health).getStatus()).isEqualTo(HealthStatus.UP);
    }
  }

  private static HealthResult result(PartsHealth health) {
    return Mono.from(health.getResult()).blockOptional().orElseThrow();
  }

  private static Part part(String name, AtomicReference<Optional<String>> trouble) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Optional<String> trouble() {
        return trouble.get();
      }
    };
  }
}
