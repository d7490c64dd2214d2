package dev.switchboard.channel.web.widget;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the widget looks, and where it may stand.
 *
 * @param name the team's name as customers read it
 * @param brand the colour of buttons, {@code #rrggbb}
 * @param aiNotice how customers are told that a program answers; it can be worded, not left out
 * @param origins web origins beside our own whose pages may show the widget, such as {@code
 *     https://www.example.com}
 * @param heartbeat how often a quiet stream gives a sign of life
 * @param requestsPerMinute how much one network address may send; half as many messages, and a
 *     quarter as many new visits
 * @param mostWaiting how many messages may wait for the bot before it takes no more, once the
 *     oldest has waited too long
 * @param longestWait how long a message may wait for the bot before it takes no more, once too many
 *     wait
 */
@ConfigurationProperties("switchboard.widget")
record WidgetSettings(
    @Bindable(defaultValue = "Support") String name,
    @Bindable(defaultValue = "#1f6f54") String brand,
    @Bindable(defaultValue = "You are talking to an automated assistant, not a person.")
        String aiNotice,
    @Bindable(defaultValue = "") List<String> origins,
    @Bindable(defaultValue = "15s") Duration heartbeat,
    @Bindable(defaultValue = "240") int requestsPerMinute,
    @Bindable(defaultValue = "200") int mostWaiting,
    @Bindable(defaultValue = "5s") Duration longestWait) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern ORIGIN =
      Pattern.compile("self|https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?");

  WidgetSettings {
    origins = origins.stream().filter(origin -> !origin.isBlank()).toList();
    requireText("name", name);
    requireText("ai-notice", aiNotice);
    if (!COLOUR.matcher(brand).matches()) {
      throw new ConfigurationException(
          "switchboard.widget.brand must be a colour like #1f6f54, not '" + brand + "'");
    }
    for (var origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new ConfigurationException(
            "switchboard.widget.origins must be like https://www.example.com, not '%s'"
                .formatted(origin));
      }
    }
  }

  private static void requireText(String key, String text) {
    if (text.isBlank()) {
      throw new ConfigurationException("switchboard.widget.%s must not be blank".formatted(key));
    }
  }

  /** Whether pages of the origin may use the widget. */
  boolean allows(String origin) {
    return origins.stream().anyMatch(allowed -> allows(allowed, origin));
  }

  private static boolean allows(String allowed, String origin) {
    int star = allowed.indexOf('*');
    return star < 0
        ? allowed.equalsIgnoreCase(origin)
        : origin.startsWith(allowed.substring(0, star))
            && ORIGIN.matcher(origin).matches()
            && origin.endsWith(allowed.substring(star + 1));
  }
}
