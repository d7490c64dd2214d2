package dev.switchboard.bot.node;

import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.store.DirectLine;
import dev.switchboard.bot.store.StoreUnavailable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the bells of all processes that share a PostgreSQL database: what rings in one rings in the
 * others, as a rule within a tenth of a second, and within a second and a half when the hints
 * between them are lost.
 */
@Singleton
@Requires(beans = DirectLine.class)
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration LOOKS = Duration.ofSeconds(1);

  private final ScopedValue<Boolean> fromElsewhere = ScopedValue.newInstance();
  private final Bell bell;
  private final TaskScheduler scheduler;
  private final HintSender sender;
  private final HintListener listener;
  private final MissedChanges changes;
  private Bell.Listening listening = () -> {};
  private Optional<ScheduledFuture<?>> looking = Optional.empty();

  Relay(
      DirectLine line,
      Bell bell,
      Conversations conversations,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      Clock clock,
      RandomGenerator random) {
    this.bell = bell;
    this.scheduler = scheduler;
    var node = new UUID(random.nextLong(), random.nextLong()).toString();
    sender = new HintSender(line, node);
    listener = new HintListener(line, node, this::ring);
    changes = new MissedChanges(conversations, clock);
  }

  /** Begins; to be called once. */
  public void start() {
    listening = bell.listen(this::hear);
    sender.start();
    listener.start();
    looking = Optional.of(scheduler.scheduleWithFixedDelay(LOOKS, LOOKS, this::look));
  }

  /** Why hints do not come in at the moment, empty when they do. Everything works without them. */
  public Optional<String> trouble() {
    return listener.trouble();
  }

  private void hear(Happening happening) {
    changes.rings(happening);
    if (happening instanceof Happening.Shared shared && !fromElsewhere.isBound()) {
      sender.tell(shared);
    }
  }

  private void ring(Happening happening) {
    ScopedValue.where(fromElsewhere, true).run(() -> bell.ring(happening));
  }

  private void look() {
    try {
      changes.look().forEach(id -> ring(new Happening.Changed(id)));
    } catch (StoreUnavailable gone) {
      LOG.debug("the database cannot be asked for changes now", gone);
    } catch (RuntimeException fault) {
      // Thrown on, it would end the looking.
      LOG.warn("changes in other processes cannot be looked for", fault);
    }
  }

  @Override
  @PreDestroy
  public void close() {
    listening.close();
    looking.ifPresent(looks -> looks.cancel(false));
    sender.close();
    listener.close();
  }
}
