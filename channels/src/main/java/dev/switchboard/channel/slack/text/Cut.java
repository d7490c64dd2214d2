package dev.switchboard.channel.slack.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts escaped text where no character and no entity is torn. */
public final class Cut {
  private static final Pattern TORN = Pattern.compile("(&[a-z]{0,3}|<[^>]*)\\z");

  private Cut() {}

  /** The text, ended by an ellipsis where it has more than so many UTF-16 characters. */
  public static String to(String escaped, int longest) {
    return escaped.length() <= longest ? escaped : begin(escaped, longest - 1) + "…";
  }

  /** The text in pieces of at most so many UTF-16 characters, cut at line ends where there are. */
  public static List<String> pieces(String escaped, int longest) {
    var pieces = new ArrayList<String>();
    var rest = escaped;
    while (rest.length() > longest) {
      var piece = atLineEnd(begin(rest, longest));
      pieces.add(piece.stripTrailing());
      rest = rest.substring(piece.length()).stripLeading();
    }
    pieces.add(rest);
    return List.copyOf(pieces);
  }

  private static String atLineEnd(String piece) {
    int end = piece.lastIndexOf('\n');
    return end > piece.length() / 2 ? piece.substring(0, end + 1) : piece;
  }

  private static String begin(String escaped, int length) {
    boolean splitsPair = Character.isHighSurrogate(escaped.charAt(length - 1));
    var begin = escaped.substring(0, splitsPair ? length - 1 : length);
    var torn = TORN.matcher(begin);
    // Nothing may be left where one entity is longer than what fits.
    return torn.find() && torn.start() > 0 ? begin.substring(0, torn.start()) : begin;
  }
}
