package dev.switchboard.channel.slack.customer;

import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.channel.slack.event.Click;
import dev.switchboard.channel.slack.text.Ref;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Does what customers in Slack ask for by buttons. */
@Singleton
public final class CustomerClicks {
  private final Conversations conversations;
  private final Opinions opinions;
  private final HandOff handOff;

  CustomerClicks(Conversations conversations, Opinions opinions, HandOff handOff) {
    this.conversations = conversations;
    this.opinions = opinions;
    this.handOff = handOff;
  }

  /**
   * Does it, durably, before it returns.
   *
   * @return whether it was one of theirs
   */
  public boolean take(Click click) {
    return Ref.read(click.value())
        .flatMap(ref ->
            conversations
                .find(ref.c())
                .filter(conversation -> isThere(conversation, click))
                .map(conversation -> take(click, conversation, ref)))
        .orElse(false);
  }

  // A button is worth something only in the place it was shown in.
  private static boolean isThere(Conversation conversation, Click click) {
    return conversation.channel().equals(SlackCustomers.CHANNEL)
        && Place.of(conversation.address())
            .filter(place -> place.teamId().equals(click.teamId()))
            .filter(place -> place.channelId().equals(click.channelId()))
            .isPresent();
  }

  private boolean take(Click click, Conversation conversation, Ref ref) {
    var id = conversation.id();
    switch (click.actionId()) {
      case CustomerBlocks.HELPFUL -> feel(id, ref, true);
      case CustomerBlocks.UNHELPFUL -> feel(id, ref, false);
      case CustomerBlocks.PERSON -> handOff.ask(id, Locale.ROOT);
      default -> {
        return rate(click.actionId(), id);
      }
    }
    return true;
  }

  private void feel(String id, Ref ref, boolean helpful) {
    try {
      opinions.give(id, new Opinion(Long.parseLong(ref.x()), helpful, ""));
    } catch (NumberFormatException notOurs) {
      // A value nobody here has written means nothing.
    }
  }

  private boolean rate(String actionId, String id) {
    for (int stars = 1; stars <= 5; stars++) {
      if (actionId.equals(CustomerBlocks.RATE + stars)) {
        opinions.rate(id, new Rating(stars, ""));
        return true;
      }
    }
    return false;
  }
}
