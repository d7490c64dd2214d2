package dev.switchboard.bot.conversation;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Progress;
import dev.switchboard.bot.Reply;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets the engine think, for a limited time and on a thread of its own: one message over which it
 * does not come to an end must not keep a worker from all the others.
 */
@Singleton
final class Thinking {
  private final ConversationEngine engine;
  private final Duration longest;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("thinking-", 1).factory());

  /**
   * Made by the container.
   *
   * @param longest shorter than the lease of the work, so that nobody else takes it meanwhile
   */
  Thinking(
      ConversationEngine engine,
      @Property(name = "switchboard.longest-thinking", defaultValue = "45s") Duration longest) {
    this.engine = engine;
    this.longest = longest;
  }

  /** Why there is no reply, in words a support lead understands. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    private Failed(String because, Throwable cause) {
      super(because, cause);
    }
  }

  /**
   * The engine's reply.
   *
   * @param progress hears how it comes about, on another thread; nothing after this has returned
   * @throws Failed when the engine failed, or took too long
   */
  Reply reply(Message message, Progress progress) throws Failed {
    var hearing = new Hearing(progress);
    return thought(() -> engine.reply(message, hearing), hearing);
  }

  /**
   * The reply from the knowledge alone.
   *
   * @throws Failed when the engine failed, or took too long
   */
  Reply replyFromKnowledge(Message message) throws Failed {
    return thought(() -> engine.replyFromKnowledge(message), new Hearing(part -> {}));
  }

  private Reply thought(Callable<Reply> thinking, Hearing hearing) throws Failed {
    var thought = threads.submit(thinking);
    try {
      return thought.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new Failed("the bot took longer than " + longest.toMillis() + " ms", late);
    } catch (ExecutionException fault) {
      var cause = fault.getCause() == null ? fault : fault.getCause();
      throw new Failed("the bot failed: " + cause.getClass().getSimpleName(), cause);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Failed("the bot was stopped", stop);
    } finally {
      hearing.end();
      thought.cancel(true);
    }
  }

  /**
   * Passes on what it hears until it is ended: an engine that goes on afterwards speaks to nobody.
   */
  private static final class Hearing implements Progress {
    private final Progress progress;
    private boolean over;

    private Hearing(Progress progress) {
      this.progress = progress;
    }

    @Override
    public synchronized void ready(Reply.Part part) {
      if (!over) {
        progress.ready(part);
      }
    }

    @Override
    public synchronized void writing(String text) {
      if (!over) {
        progress.writing(text);
      }
    }

    private synchronized void end() {
      over = true;
    }
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
