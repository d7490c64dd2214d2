package dev.switchboard.knowledge.index;

import dev.switchboard.bot.Passage;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content;
import dev.switchboard.knowledge.article.Content.Document;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.index.Entry.Kind;
import dev.switchboard.knowledge.text.PassageCutter;
import dev.switchboard.knowledge.text.Piece;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Turns an article into the entries it is found by. */
final class Entries {

  /** Characters from which the language can be told. */
  private static final int ENOUGH_TO_TELL = 1_000;

  private final PassageCutter cutter;
  private final Function<String, Locale> detector;

  Entries(PassageCutter cutter, Function<String, Locale> detector) {
    this.cutter = cutter;
    this.detector = detector;
  }

  List<Entry> of(Article article) {
    var language = language(article);
    return switch (article.content()) {
      case Faq faq -> ofFaq(article, faq, language);
      case Document document -> ofDocument(article, document, language);
    };
  }

  /** Every wording leads to the whole approved answer; so does what the answer itself says. */
  private List<Entry> ofFaq(Article article, Faq faq, Locale language) {
    var answer = passage(article, Passage.Kind.FAQ, new Piece(List.of(), faq.answer()));
    var entries = new ArrayList<Entry>();
    var wordings = new LinkedHashSet<String>();
    wordings.add(faq.question());
    wordings.addAll(faq.variants());
    for (var wording : wordings) {
      if (!wording.isBlank()) {
        entries.add(new Entry(Kind.WORDING, wording, answer, language));
      }
    }
    for (var piece : cutter.cut(faq.question(), faq.answer(), language)) {
      var text = PassageCutter.inContext(faq.question(), piece);
      entries.add(new Entry(Kind.PASSAGE, text, answer, language));
    }
    return entries;
  }

  private List<Entry> ofDocument(Article article, Document document, Locale language) {
    var entries = new ArrayList<Entry>();
    var pieces = cutter.cut(document.title(), document.body(), language);
    for (var piece : pieces) {
      var text = PassageCutter.inContext(document.title(), piece);
      entries.add(
          new Entry(Kind.PASSAGE, text, passage(article, Passage.Kind.DOCUMENT, piece), language));
    }
    if (!pieces.isEmpty() && !document.title().isBlank()) {
      var opening = passage(article, Passage.Kind.DOCUMENT, pieces.getFirst());
      entries.add(new Entry(Kind.WORDING, document.title(), opening, language));
    }
    return entries;
  }

  private static Passage passage(Article article, Passage.Kind kind, Piece piece) {
    return new Passage(
        article.id(),
        article.version(),
        kind,
        article.content().title(),
        piece.headings(),
        piece.text(),
        article.url());
  }

  private Locale language(Article article) {
    return article.locale().equals(Locale.ROOT)
        ? detector.apply(sample(article.content()))
        : article.locale();
  }

  /** Wordings first: customers' words tell more of the language than a canned answer. */
  private static String sample(Content content) {
    var text =
        switch (content) {
          case Faq faq ->
              faq.question() + "\n" + String.join("\n", faq.variants()) + "\n" + faq.answer();
          case Document document -> document.title() + "\n" + document.body();
        };
    return text.substring(0, Math.min(text.length(), ENOUGH_TO_TELL));
  }
}
