package dev.switchboard.channel.openai;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads on which questions are passed on to models, threads of the system: waiting for a
 * provider they are woken by the system alone, which takes less. Those that a model may not take at
 * the time are answered at once, so that few wait.
 */
@Factory
final class RelayThreads {
  static final String NAME = "relay";

  @Singleton
  @Named(NAME)
  @Bean(preDestroy = "shutdownNow")
  ExecutorService executor() {
    return Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("relay-", 1).factory());
  }
}
