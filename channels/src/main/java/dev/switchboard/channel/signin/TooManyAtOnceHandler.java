package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.TooManyAtOnce;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Answers while more passwords are being tried than the machine should bear. */
@Singleton
final class TooManyAtOnceHandler implements ExceptionHandler<TooManyAtOnce, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared so
  public HttpResponse<?> handle(HttpRequest request, TooManyAtOnce fault) {
    return Refusal.tooMany(Duration.ofSeconds(1)).answer();
  }
}
