package dev.switchboard.knowledge.ranking;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.index.Probe;
import dev.switchboard.knowledge.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a question into what is looked for: the whole, and where documents are searched and the
 * customer tells a story in several sentences, each of them. A plain question is embedded once.
 */
public final class Probing {

  private static final int MOST_SENTENCES = 6;

  /** "Hi." and "Please help." say nothing that could be looked for. */
  private static final int FEWEST_CHARACTERS = 16;

  private Probing() {}

  /**
   * The probes of a question, the whole first.
   *
   * @param documents whether there are documents to be found, as only they are met by a sentence
   */
  public static List<Probe> of(Query query, boolean documents, EmbeddingModel model) {
    var texts = new ArrayList<String>();
    texts.add(query.text());
    if (documents) {
      Sentences.of(query.text(), query.language()).stream()
          .filter(sentence -> sentence.length() >= FEWEST_CHARACTERS)
          .filter(sentence -> sentence.length() < query.text().strip().length())
          .limit(MOST_SENTENCES)
          .forEach(texts::add);
    }
    var vectors = model.embedAll(texts.stream().map(TextSegment::from).toList()).content();
    var probes = new ArrayList<Probe>();
    for (int i = 0; i < texts.size(); i++) {
      probes.add(new Probe(texts.get(i), vectors.get(i).vector()));
    }
    return probes;
  }
}
