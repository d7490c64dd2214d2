package dev.switchboard.channel.web;

import jakarta.inject.Singleton;
import java.util.List;

/** What customers of the small shop often ask. */
@Singleton
final class ShopExamples implements Examples {

  @Override
  public List<String> some() {
    return List.of(
        "How long is the delivery?", "How do I get my money back?", "Can I return an item?");
  }
}
