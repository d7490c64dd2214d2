package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Likeness;
import dev.switchboard.bot.Priority;
import dev.switchboard.bot.Routing;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Situation;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.media.DocumentText;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.triage.Triage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A real database with the conversations in it, and a clock that the test sets. */
final class Store implements AutoCloseable {
  final SettableClock clock = new SettableClock();
  final Shelf shelf = new Shelf();
  final Postbox postbox = new Postbox();
  final Till till = new Till();
  final ApplicationContext context;
  final Inbox inbox;
  final Conversations conversations;
  final Worker worker;
  final Courier courier;

  Store(Map<String, Object> configuration) {
    this(configuration, new Random(7));
  }

  Store(Map<String, Object> configuration, Random random) {
    this(configuration, random, true);
  }

  /** A store with the clock that counts there, if the test does not set one. */
  Store(Map<String, Object> configuration, Random random, boolean clockIsSet) {
    var triage = new Triage(() -> Set.of(Locale.ENGLISH));
    var builder =
        ApplicationContext.builder()
            .properties(withTools(configuration))
            .singletons(
                random,
                shelf,
                postbox,
                triage,
                new Ear(),
                new Lookout(),
                new Laws(),
                new Roster(),
                new Desk(),
                new Drawer(),
                till,
                documents());
    context = (clockIsSet ? builder.singletons(clock) : builder).start();
    inbox = context.getBean(Inbox.class);
    conversations = context.getBean(Conversations.class);
    worker = context.getBean(Worker.class);
    courier = context.getBean(Courier.class);
  }

  private static Map<String, Object> withTools(Map<String, Object> configuration) {
    var all = new HashMap<>(configuration);
    all.put("switchboard.tools.give-back.effect", "CHANGES");
    all.put("switchboard.tools.give-back.words", List.of("give back"));
    all.put("switchboard.tools.give-back.offer", "Give back the {item}");
    return all;
  }

  /** Reads of a document what its bytes say, unless they say that it is damaged. */
  private static DocumentText documents() {
    return (file, mediaType) -> {
      try {
        return Optional.of(Files.readString(file)).filter(text -> !text.equals("damaged"));
      } catch (IOException gone) {
        return Optional.empty();
      }
    };
  }

  /** Hears annoyance where there are three exclamation marks, abuse where somebody is an idiot. */
  private static final class Ear implements ToneReader {
    @Override
    public Tone of(String text) {
      if (text.contains("idiot")) {
        return new Tone(1, 1, Set.of(Signal.ABUSIVE, Signal.ANNOYED));
      }
      return text.contains("!!!") ? new Tone(1, 0, Set.of(Signal.ANNOYED)) : Tone.PLAIN;
    }
  }

  /** Takes questions for the same that begin with the same two words, "Once more". */
  private static final class Lookout implements Likeness {
    @Override
    public boolean asksTheSame(String question, String other) {
      return question.startsWith("Once more") && other.startsWith("Once more");
    }
  }

  /** Lists one customer as a VIP, and asks for a person when one of them writes. */
  private static final class Laws implements HouseRules {
    @Override
    public Set<String> topics(String text) {
      return Set.of();
    }

    @Override
    public boolean isVip(String subject, String email) {
      return subject.equals("vip");
    }

    @Override
    public Ruling ruling(Situation situation) {
      return situation.sender().vip() ? new Ruling(true, "a VIP") : Ruling.NONE;
    }
  }

  /** Has the bell ringers see to bells within an hour, and calls nobody. */
  private static final class Roster implements Routing {
    @Override
    public Route route(Situation situation, Instant at) {
      return situation.topics().contains("bells")
          ? new Route("ringers", Priority.HIGH, Optional.of(at.plus(Duration.ofHours(1))))
          : Route.NONE;
    }

    @Override
    public Set<String> topics(String text) {
      return text.contains("bell") ? Set.of("bells") : Set.of();
    }

    @Override
    public List<String> onCall(String team, Instant at) {
      return List.of();
    }

    @Override
    public String slackChannel(String team) {
      return "";
    }
  }

  /** Tells the customer why a person will see to it. */
  private static final class Desk implements Escalation {
    @Override
    public String notice(Decision.Cause cause, Locale language) {
      return "nobody is notified";
    }

    @Override
    public String handedOver(Decision.Cause cause, Locale language) {
      return cause.name();
    }

    @Override
    public String stillWaiting(Locale language) {
      return "nobody has been free";
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void empty() {
    shelf.meanwhile.clear();
    postbox.empty();
    List.of(
            "feedback",
            "proposal",
            "rating",
            "attachment",
            "customer",
            "customer_identity",
            "outbox",
            "custody_event",
            "case_route",
            "turn",
            "channel_address",
            "conversation")
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
