package dev.switchboard.app.cli;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Links;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Makes links for who cannot get in by a password: the first admin, and whoever lost theirs. */
final class WayIn {
  private final Accounts accounts;
  private final Links links;
  private final URI server;
  private final Optional<Path> folder;

  WayIn(RunningServer server) {
    this.accounts = server.part(Accounts.class);
    this.links = server.part(Links.class);
    this.server = server.address();
    this.folder = server.dataFolder();
  }

  /** Where a link may be written that nobody would see on a terminal. */
  Optional<Path> folder() {
    return folder;
  }

  /** Hands out the link that begins the team, a new one at each start until there is an admin. */
  void offerSetup(PrivateLink to) {
    if (!accounts.haveAdmin()) {
      to.hand(
          "To set up your team within %d minutes".formatted(Links.SETUP_TIME.toMinutes()),
          server.resolve("/desk/setup#" + links.forSetup()),
          "setup-link.txt");
    }
  }

  /**
   * Hands out a link for a new password.
   *
   * @throws Failure when nobody who may sign in has that address
   */
  void offerReset(String email, PrivateLink to) {
    var account =
        accounts
            .findByEmail(email)
            .filter(Account::active)
            .orElseThrow(() -> new Failure("nobody who may sign in has the address " + email));
    to.hand(
        "To choose a new password for " + account.email(),
        server.resolve("/desk/reset#" + links.forReset(account)),
        "reset-link.txt");
  }
}
