package dev.switchboard.bot.cascade;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.grounding.Commission;
import dev.switchboard.bot.grounding.Written;
import dev.switchboard.bot.privacy.PersonalData;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers of models that may be given again: to questions of people nobody knows, without anything
 * personal in them and without anything before them, as long as the knowledge says what it said.
 *
 * <p>An answer is bound to the very passages that it stands on. When one of them is changed, or is
 * no longer found for the question, it is not given.
 */
@Singleton
final class AnswerCache {
  private final CacheSettings settings;
  private final @Nullable EmbeddingModel meaning;
  private final Clock clock;
  private final Map<String, Kept> same;
  private final NearQuestions<Kept> near;

  private record Kept(Written.Reply reply, String tier, Instant until) {
    private boolean standsOn(List<Passage> passages) {
      var known = new HashSet<>(passages);
      return reply.citations().stream().allMatch(citation -> known.contains(citation.passage()));
    }
  }

  /**
   * Made by the container.
   *
   * @param meaning tells what questions mean; without it only the same question is known again
   */
  AnswerCache(CacheSettings settings, @Nullable EmbeddingModel meaning, Clock clock) {
    this.settings = settings;
    this.meaning = meaning;
    this.clock = clock;
    same =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > settings.size();
          }
        };
    near = new NearQuestions<>(Math.max(1, settings.size()), settings.least());
  }

  /** Whether what is answered may be told to others, and what was told to others be answered. */
  private boolean isShared(Commission wanted) {
    return settings.size() > 0
        && wanted.earlier().isEmpty()
        && wanted.pictures().isEmpty()
        && PersonalData.in(wanted.message()).isEmpty();
  }

  /** The answer that was given before. */
  synchronized Optional<Written.Reply> find(Commission wanted) {
    if (!isShared(wanted)) {
      return Optional.empty();
    }
    var now = clock.instant();
    return Optional.ofNullable(same.get(key(wanted)))
        .or(() -> meant(wanted))
        .filter(kept -> kept.until().isAfter(now))
        .filter(kept -> kept.tier().equals(wanted.tier().name()))
        .filter(kept -> kept.standsOn(wanted.passages()))
        .map(Kept::reply);
  }

  private Optional<Kept> meant(Commission wanted) {
    return settings.near() && meaning != null
        ? near.find(meaning.embed(wanted.message()).content().vector())
        : Optional.empty();
  }

  /** Keeps an answer, if it may be kept. */
  synchronized void keep(Commission wanted, Written.Reply reply) {
    boolean whole = !reply.partly() && reply.dropped() == 0;
    // What a smaller model wrote in place of a larger one is not worth keeping.
    if (!isShared(wanted) || !whole || reply.effort().tier() != wanted.tier()) {
      return;
    }
    var kept = new Kept(reply, wanted.tier().name(), clock.instant().plus(settings.age()));
    same.put(key(wanted), kept);
    if (settings.near() && meaning != null) {
      near.add(meaning.embed(wanted.message()).content().vector(), answer(reply), kept);
    }
  }

  private static String key(Commission wanted) {
    return wanted.tier()
        + " "
        + wanted.message().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  // What stands on the same articles says the same.
  private static String answer(Written.Reply reply) {
    return reply.citations().stream()
        .map(citation -> citation.passage().articleId())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
