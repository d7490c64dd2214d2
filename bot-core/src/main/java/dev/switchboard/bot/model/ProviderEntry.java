package dev.switchboard.bot.model;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.Map;

/**
 * Somebody who serves models by OpenAI's protocol.
 *
 * @param name the team's name for it
 * @param url where it is, {@code https://api.openai.com/v1}
 * @param key what is shown there, empty for none
 * @param headers further headers
 */
@EachProperty("switchboard.providers")
public record ProviderEntry(
    @Parameter String name,
    URI url,
    @Bindable(defaultValue = "") String key,
    @Bindable(defaultValue = "{}") Map<String, String> headers) {

  /**
   * Checks the address.
   *
   * @throws ConfigurationException when it is none
   */
  public ProviderEntry {
    var scheme = String.valueOf(url.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null) {
      throw new ConfigurationException(
          "switchboard.providers.%s.url must be an address such as https://api.openai.com/v1"
              .formatted(name));
    }
    headers = Map.copyOf(headers);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ProviderEntry[" + name + ", " + url + "]";
  }
}
