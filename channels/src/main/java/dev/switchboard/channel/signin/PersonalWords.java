package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What a person and the site are called, which nobody should make a password of. */
@Singleton
final class PersonalWords {
  private final String teamName;

  PersonalWords(@Property(name = "switchboard.widget.name", defaultValue = "") String teamName) {
    this.teamName = teamName;
  }

  List<String> of(HttpRequest<?> request, Account account) {
    return of(request, account.email(), account.name());
  }

  List<String> of(HttpRequest<?> request, String email, String name) {
    var host = Optional.ofNullable(request.getHeaders().get(HttpHeaders.HOST)).orElse("");
    return List.of(email, name, host, teamName);
  }
}
