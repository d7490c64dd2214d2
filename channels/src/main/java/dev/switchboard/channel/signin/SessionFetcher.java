package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Sessions;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Finds out who calls, by asking the database for the session of the cookie. */
@Singleton
final class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {
  private final SessionCookie cookie;
  private final BeanProvider<Sessions> sessions;
  private final Scheduler blocking;

  /**
   * Made by the container.
   *
   * @param sessions asked for when a cookie comes: a server that nobody signs in to needs none
   */
  SessionFetcher(
      SessionCookie cookie,
      BeanProvider<Sessions> sessions,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.cookie = cookie;
    this.sessions = sessions;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    return cookie.token(request).map(this::find).orElse(Mono.empty());
  }

  private Mono<Authentication> find(String token) {
    return Mono.fromCallable(() -> sessions.get().find(token))
        .subscribeOn(blocking)
        .flatMap(Mono::justOrEmpty)
        .map(session -> SignedIn.authentication(session, token));
  }
}
