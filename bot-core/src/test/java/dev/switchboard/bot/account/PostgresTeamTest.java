package dev.switchboard.bot.account;

import dev.switchboard.bot.conversation.PostgresServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

final class PostgresTeamTest extends TeamContract {
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
