package dev.switchboard.bot.conversation;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

final class H2ProposalsTest extends ProposalsContract {
  @TempDir static Path folder;

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString());
  }
}
