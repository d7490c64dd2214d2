package dev.switchboard.channel.desk;

import dev.switchboard.bot.conversation.Address;
import dev.switchboard.bot.conversation.Delivery;
import dev.switchboard.bot.conversation.Outgoing;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/** A channel that delivers nothing until it finds the way. */
@Singleton
final class Pigeons implements Address {
  static final String CHANNEL = "pigeon";
  static final AtomicBoolean FIND = new AtomicBoolean();

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public Delivery deliver(Outgoing outgoing) {
    return FIND.get() ? new Delivery.Sent() : new Delivery.Refused("no pigeon finds it");
  }
}
