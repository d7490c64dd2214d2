package dev.switchboard.bot.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Takes the greetings, thanks and goodbyes off the edges of a message. */
final class Envelope {

  private static final List<Topic> OPENING = List.of(Topic.GREETING, Topic.THANKS, Topic.GOODBYE);
  private static final List<Topic> CLOSING = List.of(Topic.THANKS, Topic.GOODBYE);

  /** Longest courtesy, and longest row of words around one that say nothing. */
  private static final int LONGEST = 10;

  private static final String OPENERS = "¿¡\"'“„«([{$€£#@+";
  private static final String TRAILERS = " \n,;:-–—\"'“„«([{¿¡";

  private final Lexicons lexicons;
  private final String text;
  private final List<Token> tokens;
  private final List<Courtesy> courtesies = new ArrayList<>();

  Envelope(Lexicons lexicons, String text, List<Token> tokens) {
    this.lexicons = lexicons;
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * What a message holds.
   *
   * @param text what is left, letter for letter; empty when the message is courtesies only
   * @param courtesies what was taken off
   */
  record Content(String text, List<Courtesy> courtesies) {
    Content {
      courtesies = List.copyOf(courtesies);
    }
  }

  /** Opens the envelope; to be called once. */
  Content open() {
    int from = head();
    int to = tail(from);
    boolean nothingLeft = !courtesies.isEmpty() && fillers(from, to) == to;
    return new Content(nothingLeft ? "" : between(from, to), courtesies);
  }

  private int head() {
    int from = 0;
    int end = opening(from);
    while (end > from) {
      from = end;
      end = opening(from);
    }
    return from;
  }

  private int opening(int from) {
    int end = courtesyAt(from);
    int behindFillers = fillers(from, tokens.size());
    return end > from || behindFillers == from || behindFillers - from > LONGEST
        ? end
        : courtesyAt(behindFillers);
  }

  private int courtesyAt(int from) {
    Courtesy longest = null;
    for (var topic : OPENING) {
      int end = lexicons.endAt(topic, tokens, from);
      if (end > from && standsAlone(topic, end) && (longest == null || end > longest.span().to())) {
        longest = new Courtesy(topic, new Span(from, end));
      }
    }
    if (longest == null) {
      return -1;
    }
    courtesies.add(longest);
    return longest.span().to();
  }

  private boolean standsAlone(Topic topic, int end) {
    return end == tokens.size()
        || tokens.get(end).opens()
        || topic == Topic.GREETING && isApart(end)
        || lexicons.at(Topic.AND, tokens, end)
        || lexicons.at(Topic.QUESTION, tokens, end) && isApart(end);
  }

  // In Chinese a greeting can be the first half of another word.
  private boolean isApart(int end) {
    return tokens.get(end).start() > tokens.get(end - 1).end();
  }

  private int tail(int from) {
    int to = tokens.size();
    int start = closing(from, to);
    while (start >= 0) {
      to = start;
      start = closing(from, to);
    }
    return to;
  }

  private int closing(int from, int to) {
    var rest = tokens.subList(0, to);
    return IntStream.range(Math.max(from, to - LONGEST), to)
        .filter(start -> closes(rest, start, from))
        .findFirst()
        .orElse(-1);
  }

  private boolean closes(List<Token> rest, int start, int from) {
    for (var topic : CLOSING) {
      int end = lexicons.endAt(topic, rest, start);
      boolean oneWord =
          topic == Topic.THANKS && end == start + 1 && start - from > 2 && isApart(start);
      boolean begins = start == from || rest.get(start).opens() || oneWord;
      if (end > start && begins && fillers(end, rest.size()) == rest.size()) {
        courtesies.add(new Courtesy(topic, new Span(start, end)));
        return true;
      }
    }
    return false;
  }

  private int fillers(int from, int to) {
    int at = from;
    int end = lexicons.endAt(Topic.FILLER, tokens.subList(0, to), at);
    while (end > at) {
      at = end;
      end = lexicons.endAt(Topic.FILLER, tokens.subList(0, to), at);
    }
    return at;
  }

  private String between(int from, int to) {
    if (from >= to) {
      return courtesies.isEmpty() ? text : "";
    }
    return text.substring(startOf(from), endBefore(to)).strip();
  }

  private int startOf(int from) {
    int start = from == 0 ? 0 : tokens.get(from).start();
    while (start > 0 && OPENERS.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  private int endBefore(int to) {
    int end = to == tokens.size() ? text.length() : tokens.get(to).start();
    while (to < tokens.size() && end > 0 && TRAILERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
