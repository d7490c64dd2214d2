package dev.switchboard.app.operation;

import dev.switchboard.bot.conversation.Shift;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether what is due gets done. */
@Singleton
final class ShiftPart implements Part {
  private final Shift shift;

  ShiftPart(Shift shift) {
    this.shift = shift;
  }

  @Override
  public String name() {
    return "work";
  }

  @Override
  public Optional<String> trouble() {
    return shift.trouble();
  }
}
