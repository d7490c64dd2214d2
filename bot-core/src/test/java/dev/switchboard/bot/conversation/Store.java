package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A real database with the conversations in it, and a clock that the test sets. */
final class Store implements AutoCloseable {
  final SettableClock clock = new SettableClock();
  final ApplicationContext context;
  final Inbox inbox;
  final Conversations conversations;

  Store(Map<String, Object> configuration) {
    context =
        ApplicationContext.builder()
            .properties(configuration)
            .singletons(clock, new Random(7))
            .start();
    inbox = context.getBean(Inbox.class);
    conversations = context.getBean(Conversations.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void empty() {
    List.of("outbox", "custody_event", "turn", "channel_address", "conversation")
        .forEach(table -> change("delete from " + table));
  }

  /** Executes a statement durably. */
  void change(String sql) {
    bean(DurableCommit.class)
        .run(() -> bean(JdbcOperations.class).prepareStatement(sql, each -> each.executeUpdate()));
  }

  /** The number a query gives. */
  long number(String sql) {
    return bean(DurableCommit.class)
        .read(() ->
            bean(JdbcOperations.class)
                .prepareStatement(
                    sql,
                    statement -> {
                      try (var rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                      }
                    }));
  }

  @Override
  public void close() {
    context.close();
  }
}
