package dev.switchboard.app.cli;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Role;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sets the desk in Slack up for trying it out: a stand-in for Slack with two agents and a customer.
 *
 * <p>The agents are accounts without a password, so nobody can sign in by them, and they leave the
 * team with the first start without a stand-in.
 */
final class SlackStage implements AutoCloseable {
  private static final String ADDRESS = "@sandbox.invalid";
  private static final List<String> AGENTS = List.of("Ana (sandbox)", "Ben (sandbox)");

  private final SlackSandbox slack;

  private SlackStage(SlackSandbox slack) {
    this.slack = slack;
  }

  /** Starts the stand-in, and has the server that is about to start use it. */
  static SlackStage set(Map<String, Object> settings) {
    var slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());
    settings.putAll(slack.settings());
    return new SlackStage(slack);
  }

  /** Lets people in, and the stand-in tell the server what they do. */
  void open(RunningServer server) {
    var accounts = server.part(Accounts.class);
    AGENTS.stream()
        .map(name -> agent(accounts, name))
        .forEach(agent -> slack.person(agent.name(), agent.email()));
    slack.person("Carla Customer", "carla@shop.invalid");
    slack.sendEventsTo(server.address().resolve("/slack/events"));
  }

  private static Account agent(Accounts accounts, String name) {
    var email = name.substring(0, 3).toLowerCase(Locale.ROOT) + ADDRESS;
    var known = accounts.findByEmail(email);
    known.ifPresent(account -> accounts.changeActive(account.id(), true));
    return known.orElseGet(() -> added(accounts, email, name));
  }

  private static Account added(Accounts accounts, String email, String name) {
    if (accounts.add(email, name, Role.AGENT, "") instanceof Admitted(var account)) {
      return account;
    }
    throw new Failure("somebody of the team is called " + name + " already");
  }

  /** Has those leave who only played. */
  static void dismiss(RunningServer server) {
    var accounts = server.part(Accounts.class);
    accounts.active().stream()
        .filter(account -> account.email().endsWith(ADDRESS))
        .forEach(account -> accounts.changeActive(account.id(), false));
  }

  SlackSandbox slack() {
    return slack;
  }

  /** The page on which they can be played. */
  URI page() {
    return slack.page();
  }

  @Override
  public void close() {
    slack.close();
  }
}
