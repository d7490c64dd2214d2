package dev.switchboard.app.wiring;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Likeness;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.triage.LanguageOf;
import dev.switchboard.bot.triage.Triage;
import dev.switchboard.escalation.tone.SameQuestion;
import dev.switchboard.escalation.tone.Tones;
import dev.switchboard.knowledge.IndexFolder;
import dev.switchboard.knowledge.IndexFollower;
import dev.switchboard.knowledge.LuceneKnowledge;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.embedding.LoneModel;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import dev.switchboard.knowledge.intake.Import;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.WebAccess;
import dev.switchboard.knowledge.intake.WebFetcher;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Where the knowledge is held, how it gets there, and what reads questions for it. */
@Factory
final class Parts {
  private static final String IMPORT = "switchboard.import.";

  /** Any other bean of this type takes its place. */
  @Singleton
  @Secondary
  @Bean(typed = EmbeddingModel.class, preDestroy = "close")
  PairedModel embeddingModel() {
    return PairedModel.shipped();
  }

  /** Makes ids and tokens, so it must not be guessable. */
  @Singleton
  @Secondary
  RandomGenerator random() {
    return new SecureRandom();
  }

  /** For articles: the languages of the knowledge are not known before they are read. */
  @Singleton
  LanguageOf languageOf() {
    return new LanguageOf(Set::of);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(missingProperty = StartingKnowledge.PATH)
  KnowledgeIndex kept(
      @Property(name = "switchboard.data") String data,
      EmbeddingModel model,
      LanguageOf languages) {
    return new IndexFolder(Path.of(data, "index")).open(inHalves(model), languages::of);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = StartingKnowledge.PATH)
  KnowledgeIndex passing(EmbeddingModel model, LanguageOf languages) {
    return KnowledgeIndex.inMemory(inHalves(model), languages::of);
  }

  @Singleton
  LuceneKnowledge knowledge(
      KnowledgeIndex index,
      EmbeddingModel model,
      @Property(name = "switchboard.data") String data,
      @Property(name = StartingKnowledge.PATH) Optional<String> inMemory) {
    return inMemory.isPresent()
        ? new LuceneKnowledge(index, inHalves(model))
        : new LuceneKnowledge(index, inHalves(model), Path.of(data, "learned"));
  }

  @Singleton
  Triage triage(LuceneKnowledge knowledge) {
    return new Triage(knowledge::languages);
  }

  /** Any other bean of this type takes its place. */
  @Singleton
  @Secondary
  ToneReader tones(EmbeddingModel model) {
    return Tones.shipped(model);
  }

  /** Any other bean of this type takes its place. */
  @Singleton
  @Secondary
  Likeness likeness(EmbeddingModel model) {
    return new SameQuestion(model);
  }

  @Singleton
  @Bean(preDestroy = "close")
  IndexFollower follower(
      Articles articles, KnowledgeIndex index, LuceneKnowledge knowledge, Clock clock) {
    return new IndexFollower(articles, index, knowledge, clock);
  }

  @Singleton
  WebFetcher web(
      @Property(name = IMPORT + "ports") List<String> ports,
      @Property(name = IMPORT + "private-hosts") Set<String> hosts) {
    return new WebFetcher(
        new WebAccess(ports.stream().map(Parts::port).collect(Collectors.toSet()), hosts));
  }

  // By hand: a number that is none would be left out without a word.
  private static Integer port(String text) {
    if (!text.matches("\\d{1,5}")) {
      throw new ConfigurationException(IMPORT + "ports must be port numbers, not '" + text + "'");
    }
    return Integer.valueOf(text);
  }

  @Singleton
  KnowledgeReader reader(WebFetcher web) {
    return new KnowledgeReader(web);
  }

  @Singleton
  Import imports(Articles articles) {
    return new Import(articles);
  }

  /** The index and the ranking count on vectors of two halves. */
  private static EmbeddingModel inHalves(EmbeddingModel model) {
    return model instanceof PairedModel ? model : new LoneModel(model);
  }
}
