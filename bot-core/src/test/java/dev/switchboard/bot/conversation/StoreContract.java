package dev.switchboard.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A test on a real database, which each test finds empty. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StoreContract {
  Store store;

  /** Where the database is. */
  abstract Map<String, Object> configuration();

  @BeforeAll
  void open() {
    store = new Store(configuration());
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.empty();
  }

  final Turn accept(String customer, String externalId, String text) {
    return store.inbox.accept(new Incoming("web", customer, externalId, text));
  }

  final Custody custody(String id) {
    return store.conversations.find(id).orElseThrow().custody();
  }

  final List<Turn> by(Author author, String id) {
    return store.conversations.transcript(id).stream()
        .filter(turn -> turn.author() == author)
        .toList();
  }

  static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var pool = Executors.newFixedThreadPool(6)) {
      var results = new ArrayList<T>();
      for (Future<T> running : pool.invokeAll(calls)) {
        results.add(running.get());
      }
      return results;
    }
  }
}
