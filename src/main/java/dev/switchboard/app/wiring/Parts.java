package dev.switchboard.app.wiring;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.triage.LanguageOf;
import dev.switchboard.bot.triage.Triage;
import dev.switchboard.knowledge.IndexFolder;
import dev.switchboard.knowledge.IndexFollower;
import dev.switchboard.knowledge.LuceneKnowledge;
import dev.switchboard.knowledge.article.Articles;
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
import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

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

  @Singleton
  @Secondary
  Clock clock() {
    return Clock.systemDefaultZone();
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
    return new IndexFolder(Path.of(data, "index")).open(model, languages::of);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = StartingKnowledge.PATH)
  KnowledgeIndex passing(EmbeddingModel model, LanguageOf languages) {
    return KnowledgeIndex.inMemory(model, languages::of);
  }

  @Singleton
  LuceneKnowledge knowledge(
      KnowledgeIndex index,
      EmbeddingModel model,
      @Property(name = "switchboard.data") String data,
      @Property(name = StartingKnowledge.PATH) Optional<String> inMemory) {
    return inMemory.isPresent()
        ? new LuceneKnowledge(index, model)
        : new LuceneKnowledge(index, model, Path.of(data, "learned"));
  }

  @Singleton
  Triage triage(LuceneKnowledge knowledge) {
    return new Triage(knowledge::languages);
  }

  @Singleton
  @Bean(preDestroy = "close")
  IndexFollower follower(
      Articles articles, KnowledgeIndex index, LuceneKnowledge knowledge, Clock clock) {
    return new IndexFollower(articles, index, knowledge, clock);
  }

  @Singleton
  WebFetcher web(Environment settings) {
    var ports = settings.getProperty(IMPORT + "ports", Argument.setOf(Integer.class));
    var hosts = settings.getProperty(IMPORT + "private-hosts", Argument.setOf(String.class));
    return new WebFetcher(new WebAccess(ports.orElse(Set.of()), hosts.orElse(Set.of())));
  }

  @Singleton
  KnowledgeReader reader(WebFetcher web) {
    return new KnowledgeReader(web);
  }

  @Singleton
  Import imports(Articles articles) {
    return new Import(articles);
  }
}
