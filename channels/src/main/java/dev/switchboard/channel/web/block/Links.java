package dev.switchboard.channel.web.block;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Tells addresses that a customer may be led to from all others. */
public final class Links {

  private Links() {}

  /**
   * The address when it leads to a web page or a mail address, else an empty text.
   *
   * <p>An address with a user name in it ({@code https://bank.example@evil.example}) is none: it
   * looks like one place and leads to another.
   */
  public static String safe(String address) {
    try {
      return leadsSomewhere(new URI(address)) ? address : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static boolean leadsSomewhere(URI uri) {
    return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
      case "http", "https" -> uri.getHost() != null && uri.getRawUserInfo() == null;
      case "mailto" -> uri.getSchemeSpecificPart().contains("@");
      default -> false;
    };
  }
}
