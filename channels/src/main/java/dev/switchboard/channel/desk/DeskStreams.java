package dev.switchboard.channel.desk;

import dev.switchboard.bot.account.Sessions;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.store.StoreUnavailable;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.live.Looks;
import dev.switchboard.channel.live.OpenPages;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * The open pages of all agents.
 *
 * <p>What happens in a case is told at once to those who have it open. The list is looked up once
 * for all of them, and at most once in {@link #PACE}, however much happens.
 */
@Singleton
final class DeskStreams implements GracefulShutdownCapable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskStreams.class);
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final int MOST_OF_AN_AGENT = 10;

  private final Board board;
  private final Cases cases;
  private final Conversations conversations;
  private final CaseReader reader;
  private final Sessions sessions;
  private final ExecutorService executor;
  private final OpenPages<DeskStream> pages = new OpenPages<>();
  private final AtomicBoolean stale = new AtomicBoolean();
  private final Looks lists;
  private final Looks badges;
  private final Bell.Listening listening;

  DeskStreams(
      Board board,
      Cases cases,
      Conversations conversations,
      CaseReader reader,
      Sessions sessions,
      Bell bell,
      DeskSettings settings,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.board = board;
    this.cases = cases;
    this.conversations = conversations;
    this.reader = reader;
    this.sessions = sessions;
    this.executor = executor;
    lists = new Looks(executor, this::tellList, () -> {});
    badges = new Looks(executor, this::signOutWhoLeft, () -> {});
    listening = bell.listen(this::hear);
    scheduler.scheduleAtFixedRate(PACE, PACE, this::pace);
    scheduler.scheduleAtFixedRate(settings.heartbeat(), settings.heartbeat(), this::beat);
  }

  /**
   * What is new from now on.
   *
   * @throws Refusal with 429 when the agent has too many pages open
   */
  Publisher<Event<?>> open(Watch watch) {
    long open = pages.all().stream().filter(page -> isOf(page, watch)).count();
    if (open >= MOST_OF_AN_AGENT) {
      throw Refusal.tooMany(Duration.ofSeconds(10));
    }
    refresh();
    return Flux.create(sink -> {
      var page = new DeskStream(watch, sink, executor, board, cases, conversations, reader);
      pages.add(watch.caseId(), page);
      sink.onDispose(() -> pages.remove(watch.caseId(), page));
      sink.onRequest(_ -> page.look());
    });
  }

  private static boolean isOf(DeskStream page, Watch watch) {
    return page.watch().account().equals(watch.account());
  }

  /** The list as it is now. */
  Board.All list() {
    refresh();
    return board.all();
  }

  private void hear(Happening happening) {
    switch (happening) {
      case Happening.Changed(var id) -> {
        stale.set(true);
        pages.at(id).forEach(DeskStream::look);
      }
      case Happening.Typing typing ->
          pages.at(typing.conversationId()).forEach(page -> page.typing(typing));
      // An agent is shown what is stored.
      case Happening.Drafted _, Happening.DraftOver _ -> {}
    }
  }

  private void pace() {
    if (!pages.isEmpty()) {
      badges.ask();
      if (stale.getAndSet(false)) {
        lists.ask();
      }
    }
  }

  private void tellList() {
    try {
      refresh();
    } catch (StoreUnavailable gone) {
      LOG.warn("the list of cases cannot be read now: {}", gone.getMessage());
      stale.set(true);
    } catch (RuntimeException fault) {
      LOG.error("the list of cases could not be told", fault);
    }
  }

  private void refresh() {
    board.refresh().ifPresent(news -> pages.all().forEach(page -> page.tell(news)));
  }

  private void signOutWhoLeft() {
    try {
      var open = pages.all();
      var held = open.stream().map(page -> page.watch().session()).collect(Collectors.toSet());
      var ongoing = sessions.ongoing(held);
      open.stream()
          .filter(page -> !ongoing.contains(page.watch().session()))
          .forEach(DeskStream::signOut);
    } catch (StoreUnavailable gone) {
      LOG.warn("the sessions cannot be checked now: {}", gone.getMessage());
    } catch (RuntimeException fault) {
      LOG.error("the sessions could not be checked", fault);
    }
  }

  private void beat() {
    if (!pages.isEmpty()) {
      lists.ask();
      pages.all().forEach(DeskStream::beat);
    }
  }

  /** Sends all pages away before the server stops: they come back to the next one. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    pages.all().forEach(DeskStream::end);
    return CompletableFuture.completedFuture(null);
  }

  @PreDestroy
  void close() {
    listening.close();
    pages.all().forEach(DeskStream::end);
  }
}
