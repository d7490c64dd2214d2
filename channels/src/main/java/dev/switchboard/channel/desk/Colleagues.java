package dev.switchboard.channel.desk;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;

/** Who may work on cases. */
@Singleton
final class Colleagues {
  private final Accounts accounts;

  Colleagues(Accounts accounts) {
    this.accounts = accounts;
  }

  /** All of them, by name. */
  List<Account> all() {
    return accounts.active().stream().filter(account -> account.role().worksOnCases()).toList();
  }

  /**
   * The one of that name.
   *
   * @throws Refusal with 422 when there is none
   */
  Account named(String name) {
    return all().stream()
        .filter(account -> account.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                HttpStatus.UNPROCESSABLE_ENTITY, "agent", "Nobody of that name works here."));
  }
}
