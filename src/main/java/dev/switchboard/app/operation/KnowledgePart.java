package dev.switchboard.app.operation;

import dev.switchboard.knowledge.IndexFollower;
import dev.switchboard.knowledge.Standing;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether questions can be answered from everything that is stored. */
@Singleton
final class KnowledgePart implements Part {
  private final IndexFollower follower;

  KnowledgePart(IndexFollower follower) {
    this.follower = follower;
  }

  @Override
  public String name() {
    return "knowledge";
  }

  @Override
  public Optional<String> trouble() {
    return switch (follower.standing()) {
      case Standing.Behind(var reason) -> Optional.of(reason);
      case Standing.CatchingUp() -> Optional.of("the knowledge is still being indexed");
      case Standing.InStep() -> Optional.empty();
    };
  }

  @Override
  public boolean isLoggedAlready() {
    return true;
  }
}
