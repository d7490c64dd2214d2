package dev.switchboard.bot.triage;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A catalogue of texts that customers are shown, in their language.
 *
 * <p>The texts stand in resource bundles, UTF-8 properties: one entry for each key, in lower case
 * with points ({@code ASKS_IF_BOT} is {@code asks.if.bot}). The bundle without a language is
 * English; it has every key and stands in for languages that have no bundle.
 *
 * @param <K> the texts there are
 */
public final class Phrases<K extends Enum<K>> {

  private static final Control NO_DEFAULT_LOCALE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final Class<K> keys;
  private final String bundle;

  /**
   * Opens the catalogue.
   *
   * @param keys the texts there are; the bundles lie in their package's module
   * @param bundle name of the bundles, such as {@code dev.switchboard.bot.triage.courtesies}
   * @throws java.util.MissingResourceException when the English bundle or one of its texts is
   *     missing
   */
  public Phrases(Class<K> keys, String bundle) {
    this.keys = keys;
    this.bundle = bundle;
    for (var key : keys.getEnumConstants()) {
      of(key, Locale.ROOT);
    }
  }

  /** The text in this language, in English when there is none; never blank. */
  public String of(K key, Locale language) {
    return texts(language).getString(name(key));
  }

  private ResourceBundle texts(Locale language) {
    return ResourceBundle.getBundle(bundle, language, keys.getClassLoader(), NO_DEFAULT_LOCALE);
  }

  private static String name(Enum<?> key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
