package dev.switchboard.app.cli;

import dev.switchboard.bot.store.StoreDefaults;
import java.nio.file.Path;
import java.util.Map;

/** The journey on H2. */
class H2SlackJourneyTest extends SlackJourney {
  @Override
  Map<String, Object> database(Path folder) {
    return Map.of(Application.DATABASE, StoreDefaults.inMemory("slack-journey"));
  }
}
