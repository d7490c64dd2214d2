package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.conversation.CaseMark;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.DeadLetters;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The list of open cases, the same for all agents.
 *
 * <p>It is kept between two looks: only lines whose mark has changed are read again, and what is
 * sent is written once, however many agents it goes to.
 */
@Singleton
final class Board {
  private final Cases cases;
  private final DeadLetters letters;
  private final JsonMapper json;
  private final String epoch;
  private Map<String, Entry> entries = new LinkedHashMap<>();
  private long undelivered;
  private long changes;
  private Optional<All> all = Optional.empty();

  /**
   * Made by the container.
   *
   * @param random tells the revisions of one process from those of another
   */
  Board(Cases cases, DeadLetters letters, JsonMapper json, RandomGenerator random) {
    this.cases = cases;
    this.letters = letters;
    this.json = json;
    epoch = Long.toHexString(random.nextLong());
  }

  private record Entry(CaseMark mark, ShownLine line) {}

  /** The whole list, ready to be sent. */
  record All(String revision, String json) {}

  /** What leads from one revision to the next, ready to be sent. */
  record News(String from, String to, String json) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Whole(String revision, List<ShownLine> cases, long undelivered) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Difference(
      String revision, List<ShownLine> changed, List<String> gone, long undelivered) {}

  /** The list as it was looked up last. */
  synchronized All all() {
    if (all.isEmpty()) {
      var lines = entries.values().stream().map(Entry::line).toList();
      all = Optional.of(new All(revision(), written(new Whole(revision(), lines, undelivered))));
    }
    return all.get();
  }

  synchronized String revision() {
    return epoch + "-" + changes;
  }

  /**
   * Looks the list up again.
   *
   * @return what has changed, empty when nothing has
   */
  synchronized Optional<News> refresh() {
    var now = look();
    var changed =
        now.values().stream()
            .filter(entry -> !entry.equals(entries.get(entry.mark().id())))
            .map(Entry::line)
            .toList();
    var gone = entries.keySet().stream().filter(id -> !now.containsKey(id)).toList();
    long dead = letters.count();
    return changed.isEmpty() && gone.isEmpty() && dead == undelivered
        ? Optional.empty()
        : Optional.of(moved(now, changed, gone, dead));
  }

  private Map<String, Entry> look() {
    var now = new LinkedHashMap<String, Entry>();
    for (var mark : cases.marks()) {
      entry(mark).ifPresent(entry -> now.put(mark.id(), entry));
    }
    return now;
  }

  private Optional<Entry> entry(CaseMark mark) {
    var known = entries.get(mark.id());
    return known != null && known.mark().equals(mark)
        ? Optional.of(known)
        : cases.find(mark.id()).map(line -> new Entry(mark, ShownLine.of(line)));
  }

  private News moved(
      Map<String, Entry> now, List<ShownLine> changed, List<String> gone, long dead) {
    var from = revision();
    entries = now;
    undelivered = dead;
    changes++;
    all = Optional.empty();
    return new News(from, revision(), written(new Difference(revision(), changed, gone, dead)));
  }

  private String written(Object told) {
    try {
      return json.writeValueAsString(told);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
