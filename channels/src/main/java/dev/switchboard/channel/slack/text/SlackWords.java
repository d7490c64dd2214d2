package dev.switchboard.channel.slack.text;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody wrote in Slack, as plain words. */
public final class SlackWords {
  private static final Pattern MARKUP = Pattern.compile("<([^<>]*)>");

  private SlackWords() {}

  /**
   * The words behind Slack's markup.
   *
   * @param text as Slack sends it
   * @param names the name of the person of that id
   */
  public static String of(String text, UnaryOperator<String> names) {
    var resolved = MARKUP.matcher(text).replaceAll(mark -> quoted(resolved(mark, names)));
    return resolved.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String quoted(String words) {
    return Matcher.quoteReplacement(words);
  }

  private static String resolved(MatchResult mark, UnaryOperator<String> names) {
    var inner = mark.group(1);
    int bar = inner.indexOf('|');
    var target = bar < 0 ? inner : inner.substring(0, bar);
    var label = bar < 0 ? "" : inner.substring(bar + 1);
    if (target.startsWith("@")) {
      return "@" + (label.isEmpty() ? names.apply(target.substring(1)) : label);
    }
    if (target.startsWith("#")) {
      return "#" + (label.isEmpty() ? target.substring(1) : label);
    }
    if (target.startsWith("!")) {
      return label.isEmpty() ? "@" + target.substring(1).replaceAll("\\^.*", "") : label;
    }
    return link(target, label);
  }

  private static String link(String target, String label) {
    var address = target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
    boolean same = label.isEmpty() || address.equals(label) || address.endsWith("://" + label);
    return same ? address : label + " (" + address + ")";
  }
}
