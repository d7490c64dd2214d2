package dev.switchboard.knowledge.ranking;

import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.index.Hit;
import dev.switchboard.knowledge.index.Probe;
import dev.switchboard.knowledge.index.Snapshot;
import dev.switchboard.knowledge.ranking.ExampleClassifier.Opinion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * All articles near a question, each with its features: the field from which the best is picked.
 *
 * @param ranked the articles, in no particular order
 * @param opinion what the example classifier thinks, where there is one
 */
record Field(List<Ranked> ranked, Optional<Opinion> opinion) {

  /** FAQs that the classifier finds most probable are looked at even when nothing is near. */
  private static final int FROM_EXAMPLES = 3;

  private static final int SUPPORT = 3;
  private static final double LEAST_LOG = -10;

  /** The logarithm of about a hundred wordings. */
  private static final double MANY = 4.6;

  static Field of(
      Query query, List<Probe> probes, Snapshot index, Optional<ExampleClassifier> classifier) {
    var whole = probes.getFirst();
    var opinion = classifier.map(known -> known.ask(whole.text(), whole.vector()));
    Set<String> also = opinion.map(o -> Set.copyOf(o.best(FROM_EXAMPLES))).orElse(Set.of());
    var byArticle = new LinkedHashMap<String, List<Hit>>();
    for (var hit : index.near(probes, also)) {
      byArticle.computeIfAbsent(hit.articleId(), id -> new ArrayList<>()).add(hit);
    }
    var ranked = new ArrayList<Ranked>();
    byArticle.forEach((id, hits) ->
        ranked.add(new Ranked(id, best(hits), features(query, id, hits, opinion, index))));
    leads(ranked, Feature.MEANING_BEST, Feature.MEANING_LEAD);
    leads(ranked, Feature.WORDS_WORDING, Feature.WORDS_LEAD);
    return new Field(ranked, opinion);
  }

  private static double[] features(
      Query query, String id, List<Hit> hits, Optional<Opinion> opinion, Snapshot index) {
    var wordings = hits.stream().filter(Hit::wording).toList();
    var passages = hits.stream().filter(hit -> !hit.wording()).toList();
    var features = new double[Feature.COUNT];
    put(features, Feature.MEANING_A_WORDING, most(wordings, Hit::left));
    put(features, Feature.MEANING_B_WORDING, most(wordings, Field::right));
    put(features, Feature.MEANING_A_PASSAGE, most(passages, Hit::left));
    put(features, Feature.MEANING_B_PASSAGE, most(passages, Field::right));
    put(features, Feature.MEANING_BEST, most(hits, Field::meaning));
    put(features, Feature.MEANING_SUPPORT, support(wordings));
    put(features, Feature.STEMS_WORDING, most(wordings, Hit::stems));
    put(features, Feature.STEMS_PASSAGE, most(passages, Hit::stems));
    put(features, Feature.WORDS_WORDING, most(wordings, Hit::words));
    put(features, Feature.WORDS_PASSAGE, most(passages, Hit::words));
    put(features, Feature.OTHER_LANGUAGE, otherLanguage(query, hits) ? 1 : 0);
    put(features, Feature.DOCUMENT, hits.getFirst().document() ? 1 : 0);
    put(features, Feature.SAME, same(query, wordings, index) ? 1 : 0);
    opinion.ifPresent(o -> examples(o, id, features));
    return features;
  }

  private static void examples(Opinion opinion, String id, double[] features) {
    opinion
        .of(id)
        .ifPresent(log -> {
          put(features, Feature.EXAMPLES_LOG, Math.max(LEAST_LOG, log));
          put(features, Feature.EXAMPLES, Math.exp(log));
          put(features, Feature.EXAMPLES_KNOWN, 1);
          double many = Math.log1p(opinion.size(id)) / MANY;
          put(features, Feature.EXAMPLES_LOG_OF_MANY, Math.max(LEAST_LOG, log) * many);
          put(features, Feature.EXAMPLES_OF_MANY, Math.exp(log) * many);
        });
    opinion.raw(id).ifPresent(raw -> put(features, Feature.EXAMPLES_RAW, raw / 10));
    opinion
        .closeness(id)
        .ifPresent(usual ->
            put(
                features,
                Feature.MEANING_UNUSUAL,
                features[Feature.MEANING_BEST.ordinal()] - usual));
  }

  private static double right(Hit hit) {
    return Meaning.spread(hit.right());
  }

  private static double meaning(Hit hit) {
    return Meaning.of(hit.left(), hit.right());
  }

  /** A document speaks by a passage, as its title leads only to its beginning. */
  private static Hit best(List<Hit> hits) {
    var passages = hits.stream().filter(hit -> !hit.wording()).toList();
    boolean byPassage = hits.getFirst().document() && !passages.isEmpty();
    return Collections.max(
        byPassage ? passages : hits,
        Comparator.comparingDouble(hit -> meaning(hit) + hit.stems() / 4 + hit.words() / 4));
  }

  private static double support(List<Hit> wordings) {
    return wordings.stream()
        .mapToDouble(Field::meaning)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .limit(SUPPORT)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static boolean otherLanguage(Query query, List<Hit> hits) {
    return !query.language().equals(Locale.ROOT)
        && hits.stream()
            .noneMatch(hit -> hit.language().getLanguage().equals(query.language().getLanguage()));
  }

  private static boolean same(Query query, List<Hit> wordings, Snapshot index) {
    return wordings.stream()
        .filter(hit -> hit.left() > 0.97)
        .anyMatch(hit -> plain(index.entry(hit.doc()).text()).equals(plain(query.text())));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ").strip();
  }

  /** How far each stands above the best of the others. */
  private static void leads(List<Ranked> ranked, Feature of, Feature lead) {
    double first = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (var one : ranked) {
      double value = one.of(of);
      if (value > first) {
        second = first;
        first = value;
      } else if (value > second) {
        second = value;
      }
    }
    for (var one : ranked) {
      double rival = one.of(of) == first ? second : first;
      put(one.features(), lead, rival == Double.NEGATIVE_INFINITY ? 0.5 : one.of(of) - rival);
    }
  }

  private static double most(List<Hit> hits, ToDoubleFunction<Hit> score) {
    return hits.stream().mapToDouble(score).max().orElse(0);
  }

  private static void put(double[] features, Feature feature, double value) {
    features[feature.ordinal()] = value;
  }

  /** What each way of searching and the classifier say, by name, as receipts show it. */
  static Map<String, Double> named(Ranked ranked) {
    var named = new LinkedHashMap<String, Double>();
    named.put("meaning", ranked.of(Feature.MEANING_BEST));
    named.put(
        "stems", Math.max(ranked.of(Feature.STEMS_WORDING), ranked.of(Feature.STEMS_PASSAGE)));
    named.put(
        "words", Math.max(ranked.of(Feature.WORDS_WORDING), ranked.of(Feature.WORDS_PASSAGE)));
    if (ranked.of(Feature.EXAMPLES_KNOWN) > 0) {
      named.put("examples", ranked.of(Feature.EXAMPLES));
    }
    return named;
  }
}
