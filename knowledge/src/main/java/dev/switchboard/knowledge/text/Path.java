package dev.switchboard.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The headings that stand above a place in a text. */
final class Path {

  private record Step(int level, String heading) {}

  private static final int LEAST_ROOM = 40;
  private static final int MARKS = 4;

  private final String title;
  private final List<Step> steps = new ArrayList<>();

  Path(String title) {
    this.title = title;
  }

  /** A heading closes those of its own level and below. */
  void enter(int level, String heading) {
    steps.removeIf(step -> step.level >= level);
    steps.add(new Step(level, heading));
  }

  /** The headings, outermost first, without the one that repeats the title. */
  List<String> headings() {
    return steps.stream().map(Step::heading).filter(heading -> !heading.equals(title)).toList();
  }

  /** How many tokens are left for a passage below these headings. */
  int room(ToIntFunction<String> tokens, int limit) {
    int used = tokens.applyAsInt(PassageCutter.inContext(title, new Piece(headings(), "")));
    return Math.max(LEAST_ROOM, limit - used - MARKS);
  }
}
