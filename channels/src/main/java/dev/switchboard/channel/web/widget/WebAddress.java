package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Address;
import dev.switchboard.bot.conversation.Delivery;
import dev.switchboard.bot.conversation.Outgoing;
import jakarta.inject.Singleton;

/** The web: pages read the stored conversation themselves, so what is stored is delivered. */
@Singleton
final class WebAddress implements Address {

  @Override
  public String channel() {
    return Visitor.CHANNEL;
  }

  @Override
  public Delivery deliver(Outgoing outgoing) {
    return new Delivery.Sent();
  }
}
