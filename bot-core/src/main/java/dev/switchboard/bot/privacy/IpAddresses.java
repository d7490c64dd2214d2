package dev.switchboard.bot.privacy;

import dev.switchboard.bot.privacy.Found.Kind;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses of the internet protocol, versions 4 and 6. */
final class IpAddresses implements Finder {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern FOUR =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<![0-9]\\.)(?:"
              + OCTET
              + "\\.){3}"
              + OCTET
              + "(?!\\.?[0-9]|[\\p{L}])");
  private static final Pattern SIX =
      Pattern.compile("(?<![\\p{L}\\p{N}:.])[0-9A-Fa-f:]{3,39}+(?![\\p{L}\\p{N}:]|\\.[0-9])");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");
  private static final int GROUPS = 8;

  @Override
  public List<Found> in(String text) {
    var six = SIX.matcher(text).results().filter(hit -> isSix(hit.group()));
    return Stream.concat(FOUR.matcher(text).results(), six)
        .map(hit -> new Found(Kind.IP_ADDRESS, hit.start(), hit.end()))
        .toList();
  }

  /** Eight groups, or fewer with one gap; a digit has to be in it, as "add::bee" may be code. */
  private static boolean isSix(String text) {
    int gap = text.indexOf("::");
    boolean filled = gap < 0 || text.indexOf("::", gap + 1) < 0;
    var groups = Stream.of(text.replace("::", ":").split(":")).filter(g -> !g.isEmpty()).toList();
    boolean counted = gap < 0 ? groups.size() == GROUPS : groups.size() < GROUPS;
    return filled
        && counted
        && !hasLoneColonAtAnEnd(text)
        && DIGIT.matcher(text).find()
        && groups.stream().allMatch(group -> GROUP.matcher(group).matches());
  }

  private static boolean hasLoneColonAtAnEnd(String text) {
    return text.startsWith(":") && !text.startsWith("::")
        || text.endsWith(":") && !text.endsWith("::");
  }
}
