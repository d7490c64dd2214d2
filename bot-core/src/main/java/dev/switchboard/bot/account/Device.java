package dev.switchboard.bot.account;

/**
 * Where somebody signs in, for them to recognise.
 *
 * @param place the network address, at most 64 characters of it are kept
 * @param browser what the browser calls itself, at most 200 characters of it are kept
 */
public record Device(String place, String browser) {
  private static final int LONGEST_PLACE = 64;
  private static final int LONGEST_BROWSER = 200;

  public Device {
    place = printable(place, LONGEST_PLACE);
    browser = printable(browser, LONGEST_BROWSER);
  }

  private static String printable(String text, int longest) {
    var ascii = text.replaceAll("[^\\x20-\\x7E]", "");
    return ascii.substring(0, Math.min(longest, ascii.length()));
  }
}
