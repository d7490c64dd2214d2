package dev.switchboard.app.operation;

import dev.switchboard.app.wiring.StartingKnowledge;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Whether there is room in the data folder. */
@Singleton
@Requires(missingProperty = StartingKnowledge.PATH)
final class DiskPart implements Part {
  private final DiskRoom room;

  DiskPart(@Property(name = "switchboard.data") String data) {
    this.room = new DiskRoom(Path.of(data));
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Optional<String> trouble() {
    return room.shortage();
  }
}
