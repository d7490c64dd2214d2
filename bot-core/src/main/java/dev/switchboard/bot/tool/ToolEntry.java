package dev.switchboard.bot.tool;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the team allows a tool. What is not listed does not exist for models.
 *
 * @param name the tool's; {@code -} and {@code _} are the same
 * @param effect whether it changes anything
 * @param audience for whom it works
 * @param channels through which, by name; what changes something needs the widget, whose buttons
 *     confirm it
 * @param words of which a question has to hold one, to be a matter for the tool: a few words each
 * @param title how it is named as a source of an answer, empty for its name
 * @param offer what it would do, as customers read it, with {@code {argument}} in places; of what
 *     changes something alone
 * @param subject the argument that says for whom it works, where it has one: it is filled in by the
 *     server, and models never see it
 * @param patience how long it may take
 */
@EachProperty("switchboard.tools")
public record ToolEntry(
    @Parameter String name,
    @Bindable(defaultValue = "READS") Effect effect,
    @Bindable(defaultValue = "KNOWN") Audience audience,
    @Bindable(defaultValue = "web") Set<String> channels,
    @Nullable List<String> words,
    @Bindable(defaultValue = "") String title,
    @Bindable(defaultValue = "") String offer,
    @Bindable(defaultValue = "") String subject,
    @Bindable(defaultValue = "5s") Duration patience) {
  private static final String WIDGET = "web";
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** What a tool does. */
  public enum Effect {
    /** It looks something up. */
    READS,
    /** It changes something, and the customer has to confirm it. */
    CHANGES
  }

  /** For whom a tool works. */
  public enum Audience {
    /** For whomever the team's own site vouches for. */
    KNOWN,
    /** For everybody. */
    ANYBODY
  }

  /**
   * Checks what is said.
   *
   * @throws ConfigurationException when it cannot hold
   */
  public ToolEntry {
    channels = Set.copyOf(channels);
    require(words != null && !words.isEmpty(), name, "words must name when it is of use");
    require(
        patience.isPositive() && patience.compareTo(LONGEST) <= 0,
        name,
        "patience must be longer than nothing, and 20s at most");
    if (effect == Effect.CHANGES) {
      require(!offer.isBlank(), name, "offer must say what it would do");
      require(
          channels.equals(Set.of(WIDGET)), name, "channels must be web, where it can be confirmed");
    }
  }

  private static void require(boolean holds, String name, String otherwise) {
    if (!holds) {
      throw new ConfigurationException("switchboard.tools.%s.%s".formatted(name, otherwise));
    }
  }

  /** A name by which the tool is known, however it is spelt. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  boolean admits(Caller caller) {
    return channels.contains(caller.channel())
        && (audience == Audience.ANYBODY || caller.isKnown());
  }
}
