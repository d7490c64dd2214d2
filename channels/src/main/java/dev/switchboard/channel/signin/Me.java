package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Who uses a page.
 *
 * @param csrf to be sent as {@code X-CSRF-Token} with each change
 */
@Serdeable
record Me(String id, String name, String email, String role, String csrf) {

  static Me of(Authentication caller) {
    return of(SignedIn.account(caller), SignedIn.csrf(caller));
  }

  static Me of(Account account, String csrf) {
    return new Me(account.id(), account.name(), account.email(), account.role().name(), csrf);
  }
}
