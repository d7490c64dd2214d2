package dev.switchboard.knowledge.intake;

import java.util.Map;

/** A text without marks, as one document under the name of its file. */
final class PlainText implements Parser {

  @Override
  public Yield parse(Origin origin, byte[] bytes) throws Refused {
    return new Entry(origin, 0, Map.of()).document(origin.name(), Utf8.text(bytes).strip());
  }
}
