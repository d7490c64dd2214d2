package dev.switchboard.bot.engine;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import java.util.Locale;

/** Says why a person has to see to it, where none is there to be told. */
final class NobodyNotified implements Escalation {

  @Override
  public String notice(Decision.Cause cause, Locale language) {
    return cause.name();
  }

  @Override
  public String handedOver(Decision.Cause cause, Locale language) {
    throw new AssertionError("the engine stores no conversation");
  }

  @Override
  public String stillWaiting(Locale language) {
    throw new AssertionError("the engine stores no conversation");
  }
}
