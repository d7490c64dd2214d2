package dev.switchboard.bot.conversation;

import java.util.Map;

final class H2AttachmentsTest extends AttachmentsContract {

  @Override
  Map<String, Object> configuration() {
    return files(Map.of());
  }
}
