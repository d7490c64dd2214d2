package dev.switchboard.app;

import dev.switchboard.app.wiring.Sample;
import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.cascade.Cascade;
import dev.switchboard.bot.engine.GroundedEngine;
import dev.switchboard.bot.triage.LanguageOf;
import dev.switchboard.bot.triage.Triage;
import dev.switchboard.escalation.Contact;
import dev.switchboard.escalation.ContactEscalation;
import dev.switchboard.escalation.rules.Absence;
import dev.switchboard.escalation.rules.RulesFile;
import dev.switchboard.escalation.rules.Words;
import dev.switchboard.escalation.tone.SameQuestion;
import dev.switchboard.escalation.tone.Tones;
import dev.switchboard.knowledge.LuceneKnowledge;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import dev.switchboard.knowledge.intake.Harvest;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.WebAccess;
import dev.switchboard.knowledge.intake.WebFetcher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;

/**
 * A bot over files, without a database: the engine that serves customers on an index in memory that
 * is gone when it is closed.
 */
public final class ThrowawayBot implements AutoCloseable {

  private final PairedModel model;
  private final KnowledgeIndex index;
  private final Harvest harvest;
  private final LuceneKnowledge knowledge;
  private final ConversationEngine engine;
  private final Duration indexing;

  private ThrowawayBot(Function<KnowledgeReader, Harvest> reading) {
    model = PairedModel.shipped();
    harvest = reading.apply(new KnowledgeReader(new WebFetcher(WebAccess.PUBLIC)));
    var languages = new LanguageOf(Set::of);
    index = KnowledgeIndex.inMemory(model, languages::of);
    long start = System.nanoTime();
    var today = LocalDate.now(Clock.systemDefaultZone());
    index.put(harvest.articles().stream().filter(article -> article.isShownOn(today)).toList());
    knowledge = new LuceneKnowledge(index, model);
    knowledge.learn();
    indexing = Duration.ofNanos(System.nanoTime() - start);
    var known = knowledge.languages();
    engine =
        new GroundedEngine(
            new Triage(() -> known),
            Tones.shipped(model),
            new SameQuestion(model),
            RulesFile.shipped(),
            knowledge,
            Cascade.withoutModels(),
            new ContactEscalation(Contact.NONE, Words.NONE, Absence.NONE));
  }

  /** Reads and indexes a CSV or another file, or a folder of them. */
  public static ThrowawayBot of(Path path) {
    return new ThrowawayBot(reader -> reader.read(path));
  }

  /** Reads and indexes the bundled sample. */
  public static ThrowawayBot ofSample() {
    return new ThrowawayBot(Sample::read);
  }

  /** What was read, with the problems met. */
  public Harvest harvest() {
    return harvest;
  }

  /** The engine that answers from it. */
  public ConversationEngine engine() {
    return engine;
  }

  /** The knowledge alone, without triage and drafting. */
  public LuceneKnowledge knowledge() {
    return knowledge;
  }

  /** How long it took to index and learn. */
  public Duration indexing() {
    return indexing;
  }

  @Override
  public void close() {
    index.close();
    model.close();
  }
}
