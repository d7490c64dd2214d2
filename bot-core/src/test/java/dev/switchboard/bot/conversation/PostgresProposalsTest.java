package dev.switchboard.bot.conversation;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

final class PostgresProposalsTest extends ProposalsContract {
  private final PostgresServer server = new PostgresServer();

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Override
  Map<String, Object> configuration() {
    return server.configuration();
  }
}
