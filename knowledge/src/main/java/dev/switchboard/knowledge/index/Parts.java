package dev.switchboard.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Lets the sentences of a long message have their say: a document that meets one sentence well is
 * not lost because the others tell the story around it. A wording of a FAQ is a whole message
 * itself, so it is held against the whole only.
 */
final class Parts {

  /** How much the whole message counts beside the sentence that the entry meets best. */
  private static final double WHOLE = 0.35;

  private Parts() {}

  /** The hits of the whole, those of documents drawn to the best of the parts' for the same. */
  static List<Hit> weighIn(List<Hit> whole, List<List<Hit>> parts) {
    var hits = new ArrayList<Hit>(whole.size());
    for (int i = 0; i < whole.size(); i++) {
      int at = i;
      var hit = whole.get(i);
      hits.add(
          hit.document() ? weighed(hit, parts.stream().map(part -> part.get(at)).toList()) : hit);
    }
    return hits;
  }

  private static Hit weighed(Hit whole, List<Hit> parts) {
    return new Hit(
        whole.doc(),
        whole.articleId(),
        whole.wording(),
        true,
        whole.language(),
        weighed(whole, parts, Hit::stems),
        weighed(whole, parts, Hit::words),
        weighed(whole, parts, Hit::left),
        weighed(whole, parts, Hit::right));
  }

  private static double weighed(Hit whole, List<Hit> parts, ToDoubleFunction<Hit> score) {
    double best = parts.stream().mapToDouble(score).max().orElseThrow();
    return WHOLE * score.applyAsDouble(whole) + (1 - WHOLE) * best;
  }
}
