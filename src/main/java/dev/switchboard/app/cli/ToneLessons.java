package dev.switchboard.app.cli;

import dev.switchboard.escalation.tone.ToneTraining.Labelled;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.evaluation.CaseFile;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.WebAccess;
import dev.switchboard.knowledge.intake.WebFetcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tones are learned from: labelled remarks, and for annoyance also plain questions of
 * customers, without which "I have lost my card" sounds annoyed.
 */
final class ToneLessons {
  private static final List<String> PLAIN = List.of("banking77", "clinc150");
  // More would teach the habits of these two more than how annoyance sounds.
  private static final int ONE_WORDING_IN = 20;

  private final Path data;

  /**
   * Reads from a folder.
   *
   * @param data holds {@code signals/annoyed_train.tsv} and {@code signals/abuse_train.tsv}, {@code
   *     banking77/faq_full.csv} and {@code clinc150/faq_full.csv}
   */
  ToneLessons(Path data) {
    this.data = data;
  }

  List<Labelled> annoyed() {
    var lessons = new ArrayList<>(labelled("annoyed_train.tsv"));
    PLAIN.forEach(name -> lessons.addAll(plain(data.resolve(name).resolve("faq_full.csv"))));
    return lessons;
  }

  List<Labelled> abusive() {
    return labelled("abuse_train.tsv");
  }

  private List<Labelled> labelled(String name) {
    return CaseFile.read(data.resolve("signals").resolve(name)).stream()
        .filter(one -> !one.text().isBlank())
        .map(one -> new Labelled(one.text(), one.positive()))
        .toList();
  }

  private static List<Labelled> plain(Path articles) {
    var wordings =
        new KnowledgeReader(new WebFetcher(WebAccess.PUBLIC))
            .read(articles).articles().stream()
                .flatMap(article ->
                    article.content() instanceof Faq faq ? faq.variants().stream() : Stream.of())
                .toList();
    var plain = new ArrayList<Labelled>();
    for (int i = 0; i < wordings.size(); i += ONE_WORDING_IN) {
      plain.add(new Labelled(wordings.get(i), false));
    }
    return plain;
  }
}
