package dev.switchboard.channel.web;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Progress;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Receipt;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Thresholds;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small shop's three articles, found by the words they share with the question. */
@Singleton
@Primary
public final class ShopEngine implements ConversationEngine {

  static final Passage DELIVERY =
      new Passage(
          "delivery-times",
          3,
          Passage.Kind.DOCUMENT,
          "Delivery",
          List.of("Orders", "How long delivery takes"),
          """
          A parcel takes **2 to 4 working days** within the country, and up to 10 abroad.

          | Service | Within the country | Abroad |
          | --- | --- | --- |
          | Standard | 2 to 4 days | 5 to 10 days |
          | Express | 1 day | 2 to 3 days |

          You can follow it on the [tracking page](https://shop.example/track).\
          """,
          "https://shop.example/help/delivery");

  static final Passage REFUND =
      new Passage(
          "refund",
          1,
          Passage.Kind.FAQ,
          "How do I get a refund?",
          List.of(),
          """
          Send the item back within 30 days and we refund the full price:

          1. Open **Your orders** and choose the order.
          2. Choose *Return an item* and print the label.
          3. Hand the parcel in at any post office.

          The money is back on your account within 5 working days after the parcel arrived.\
          """,
          "https://shop.example/help/refund");

  static final Passage EXCHANGE =
      new Passage(
          "exchange",
          2,
          Passage.Kind.FAQ,
          "How do I exchange an item for another size?",
          List.of(),
          "Return the item and order the right size; we pay the postage both ways.",
          "");

  private static final List<Passage> ARTICLES = List.of(DELIVERY, REFUND, EXCHANGE);

  /** Begins a message whose rest is to be the article that answers it. */
  public static final String ALOUD = "Read aloud: ";

  private static final Thresholds THRESHOLDS = new Thresholds(0.8, 0.4);
  private static final Pattern QUESTIONS = Pattern.compile("(?<=\\?)\\s+");
  private static final Pattern WORDS = Pattern.compile("\\W+");

  private static final Map<String, Set<String>> WORDS_OF =
      Map.of(
          "delivery-times", Set.of("long", "delivery", "parcel", "arrive", "express"),
          "refund", Set.of("refund", "money", "return", "item"),
          "exchange", Set.of("exchange", "size", "return", "item"));

  final AtomicReference<Message> last = new AtomicReference<>(new Message("", List.of()));
  final AtomicReference<Thread> thread = new AtomicReference<>(Thread.currentThread());

  private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

  /** Lets replies come to an end no sooner than the gate that it returns is opened. */
  public CountDownLatch hold() {
    var closed = new CountDownLatch(1);
    gate.set(closed);
    return closed;
  }

  @Override
  public Reply reply(Message message, Progress progress) {
    var reply = reply(message);
    reply.parts().forEach(progress::ready);
    try {
      gate.get().await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return reply;
  }

  @Override
  public Reply reply(Message message) {
    last.set(message);
    thread.set(Thread.currentThread());
    var questions = greeted(message.text()) ? List.<String>of() : questions(message.text());
    if (message.text().startsWith(ALOUD)) {
      return new Reply(
          List.of(aloud(message.text().substring(ALOUD.length()))),
          receipt(message, questions, List.of()));
    }
    var evidence = questions.stream().map(question -> find(question, message)).toList();
    var parts =
        evidence.isEmpty() ? List.of(courtesy()) : evidence.stream().map(this::part).toList();
    return new Reply(parts, receipt(message, questions, evidence));
  }

  /** An article of which every word is what somebody else has written. */
  private static Reply.Part aloud(String text) {
    var title = text.lines().findFirst().orElse("");
    var passage =
        new Passage("aloud", 1, Passage.Kind.DOCUMENT, title, List.of(title), text, title);
    var found = new Candidate(passage, title, 0.99, Map.of(), List.of(text));
    return new Reply.Part(
        title,
        new Decision.Answer(found, "It was asked for."),
        text + " [1]",
        List.of(new Citation(passage, text)));
  }

  private static boolean greeted(String text) {
    return text.strip().toLowerCase(Locale.ROOT).matches("(hello|hi|)");
  }

  private static List<String> questions(String text) {
    return Arrays.asList(QUESTIONS.split(text.strip()));
  }

  private static Evidence find(String question, Message message) {
    var found =
        ARTICLES.stream()
            .map(article -> candidate(article, question))
            .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
            .toList();
    var query = new Query(question, Locale.ENGLISH);
    return new Evidence(query, found, 0.9, Map.of("words", 310L, "meaning", 2140L, "rerank", 420L));
  }

  private static Candidate candidate(Passage article, String question) {
    var shared = new HashSet<>(List.of(WORDS.split(question.toLowerCase(Locale.ROOT))));
    shared.retainAll(WORDS_OF.getOrDefault(article.articleId(), Set.of()));
    double probability =
        question.equals(article.title())
            ? 0.99
            : List.of(0.04, 0.55, 0.97, 0.98, 0.98, 0.98).get(shared.size());
    return new Candidate(
        article,
        article.title(),
        probability,
        Map.of("words", shared.size() * 3.1, "meaning", 0.2 + probability * 0.7),
        List.of(article.text()));
  }

  private Reply.Part part(Evidence evidence) {
    var question = evidence.query().text();
    var close = evidence.candidates().stream().filter(c -> c.probability() >= 0.4).toList();
    var best = evidence.candidates().getFirst();
    if (close.size() > 1 && best.probability() < 0.9) {
      return new Reply.Part(
          question,
          new Decision.Clarify(close, "Two articles are about equally likely to answer."),
          "I found more than one thing this could be about. Which one do you mean?",
          List.of());
    }
    if (best.probability() >= THRESHOLDS.answer()) {
      return answer(question, best);
    }
    return new Reply.Part(
        question,
        new Decision.Escalate(
            Decision.Cause.NOT_COVERED, "no article reaches the threshold for answers"),
        "I have no article that answers this, so I would rather not guess. "
            + "Please write to **help@shop.example**; "
            + "a person will read it on the next working day.",
        List.of());
  }

  private static Reply.Part answer(String question, Candidate best) {
    var text = best.passage().text();
    return new Reply.Part(
        question,
        new Decision.Answer(best, "The best article is well above the threshold for answers."),
        text + " [1]",
        quotes(best.passage()).map(quote -> new Citation(best.passage(), quote)).toList());
  }

  /** The first line, and of a FAQ the last as well. */
  private static Stream<String> quotes(Passage passage) {
    var lines = passage.text().lines().toList();
    return passage.kind() == Passage.Kind.FAQ
        ? Stream.of(lines.getFirst(), lines.getLast()).distinct()
        : Stream.of(lines.getFirst());
  }

  private static Reply.Part courtesy() {
    return new Reply.Part(
        "",
        new Decision.Courtesy(Signal.GREETING, "The message is a greeting."),
        "Hello! What would you like to know?",
        List.of());
  }

  private static Receipt receipt(Message message, List<String> questions, List<Evidence> evidence) {
    var signals =
        Stream.of(
                Stream.of(Signal.GREETING).filter(_ -> questions.isEmpty()),
                Stream.of(Signal.SEVERAL_QUESTIONS).filter(_ -> questions.size() > 1))
            .flatMap(found -> found)
            .collect(Collectors.toSet());
    return new Receipt(
        new Reading(message.text(), Locale.ENGLISH, questions, signals),
        evidence,
        THRESHOLDS,
        Map.of("triage", 640L, "retrieval", 2870L, "drafting", 35L, "total", 3580L));
  }
}
