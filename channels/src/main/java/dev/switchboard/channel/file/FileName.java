package dev.switchboard.channel.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file as it may be shown: one line, no path, nothing invisible, nothing that turns
 * the direction of writing, so that the ending that is read is the ending it has.
 *
 * @param stem what stands before the ending
 * @param ending lower-case letters and digits, empty when there is none
 */
record FileName(String stem, String ending) {
  private static final int LONGEST_STEM = 100;
  private static final int LONGEST_ENDING = 10;
  private static final Pattern PATH = Pattern.compile(".*[/\\\\:]", Pattern.DOTALL);
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
  private static final Pattern MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");
  private static final Pattern FORBIDDEN = Pattern.compile("[\"*<>?|]");
  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
  // Windows opens these as devices, whatever ending they have.
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  /** The name without what must not be shown. */
  static FileName of(String given) {
    var name = PATH.matcher(Normalizer.normalize(given, Normalizer.Form.NFC)).replaceFirst("");
    name = INVISIBLE.matcher(name).replaceAll("");
    name = MARKS.matcher(FORBIDDEN.matcher(name).replaceAll("_")).replaceAll("$1");
    name = EDGES.matcher(name).replaceAll("");
    int dot = name.lastIndexOf('.');
    var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return ending.matches("[a-z0-9]{1," + LONGEST_ENDING + "}")
        ? new FileName(stem(name.substring(0, dot)), ending)
        : new FileName(stem(name), "");
  }

  private static String stem(String stem) {
    var kept = EDGES.matcher(cut(stem)).replaceAll("");
    return kept.isEmpty() ? "file" : DEVICE.matcher(kept).matches() ? "_" + kept : kept;
  }

  private static String cut(String stem) {
    int end = Math.min(stem.length(), LONGEST_STEM);
    return stem.substring(
        0, end > 0 && Character.isHighSurrogate(stem.charAt(end - 1)) ? end - 1 : end);
  }

  /** The name with another ending. */
  FileName ending(String other) {
    return new FileName(stem, other);
  }

  @Override
  public String toString() {
    return ending.isEmpty() ? stem : stem + "." + ending;
  }
}
