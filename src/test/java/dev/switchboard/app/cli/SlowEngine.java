package dev.switchboard.app.cli;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.engine.GroundedEngine;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An engine that never comes to an end with a message that says so, where a setting asks for it.
 */
@Singleton
@Primary
@Requires(property = "test.slow-engine")
final class SlowEngine implements ConversationEngine {
  /** A message with these words is never replied to. */
  static final String WORDS = "think for ever";

  /** How many messages are being thought about for ever. */
  static final AtomicInteger HELD = new AtomicInteger();

  private final GroundedEngine engine;

  SlowEngine(GroundedEngine engine) {
    this.engine = engine;
  }

  @Override
  public Reply reply(Message message) {
    if (message.text().contains(WORDS)) {
      HELD.incrementAndGet();
      while (true) {
        LockSupport.park();
      }
    }
    return engine.reply(message);
  }
}
