package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the customers see in the end, held against what was promised to them. */
final class Transcripts {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final URI server;
  private final Map<String, List<Acknowledged>> promised;
  private final Map<String, List<Page.Shown>> shown = new HashMap<>();

  Transcripts(URI server, List<Acknowledged> acknowledged) throws IOException {
    this.server = server;
    promised = acknowledged.stream().collect(Collectors.groupingBy(Acknowledged::conversation));
    try (var page = new Page(server)) {
      for (var each : promised.entrySet()) {
        shown.put(each.getKey(), page.messages(token(each.getValue()), each.getKey()));
      }
    }
  }

  private static String token(List<Acknowledged> messages) {
    return messages.getFirst().token();
  }

  /** Promised and not shown as promised. */
  long lost() {
    return promised.values().stream().flatMap(List::stream).filter(this::isLost).count();
  }

  private boolean isLost(Acknowledged message) {
    return messages(message.conversation()).stream()
        .noneMatch(seen ->
            seen.clientId().equals(message.clientId())
                && seen.seq() == message.seq()
                && seen.text().equals(message.text()));
  }

  private List<Page.Shown> messages(String conversation) {
    return shown.getOrDefault(conversation, List.of());
  }

  /** Shown more than once. */
  long doubled() {
    return shown.values().stream().mapToLong(Transcripts::doubled).sum();
  }

  private static long doubled(List<Page.Shown> messages) {
    var ids = messages.stream().map(Page.Shown::clientId).filter(id -> !id.isEmpty()).toList();
    return ids.size() - ids.stream().distinct().count();
  }

  /** Shown under another number than its place. */
  long disordered() {
    return shown.values().stream().mapToLong(Transcripts::disordered).sum();
  }

  private static long disordered(List<Page.Shown> messages) {
    long place = 0;
    long wrong = 0;
    for (var message : messages) {
      place++;
      wrong += message.seq() == place ? 0 : 1;
    }
    return wrong;
  }

  /**
   * Waits until every conversation ends with a reply or with people.
   *
   * @return how many do not, when there is no patience left
   */
  long unanswered(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    var waiting = new ArrayList<>(promised.keySet());
    while (true) {
      try (var page = new Page(server)) {
        for (var conversation : List.copyOf(waiting)) {
          if (isSeenTo(page, token(promised.getOrDefault(conversation, List.of())), conversation)) {
            waiting.remove(conversation);
          }
        }
      }
      if (waiting.isEmpty() || System.nanoTime() > end) {
        return waiting.size();
      }
      Pause.of(BETWEEN_LOOKS);
    }
  }

  private static boolean isSeenTo(Page page, String token, String conversation) throws IOException {
    var messages = page.messages(token, conversation);
    long asked = messages.stream().filter(each -> each.author().equals("customer")).count();
    return messages.size() >= 2 * asked || page.state(token).equals("queued");
  }
}
