package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A workspace of Slack that is none: a server on this machine, with people who do what they are
 * told. Safe for use by many threads.
 */
public final class SlackSandbox implements AutoCloseable {
  // New ones each time: whoever knew them could speak as anybody of the team.
  private final String secret;
  private final String botToken;
  private final String appToken;
  private final Town town;
  private final Faults faults = new Faults();
  private final Weather weather = new Weather();
  private final Sockets sockets;
  private final Outlet outlet;
  private final Echo echo;
  private final Deeds deeds;
  private final SandboxServer server;

  private SlackSandbox(int port, Clock clock, RandomGenerator random)
      throws IOException, InterruptedException {
    secret = random(random);
    botToken = "xoxb-" + random(random);
    appToken = "xapp-" + random(random);
    town = new Town(clock);
    sockets = new Sockets(town);
    outlet = new Outlet(town, secret, sockets, weather);
    echo = new Echo(town, outlet);
    var methods = new Methods(town, echo);
    var hooks = new Hooks(town);
    deeds = new Deeds(town, methods, echo, outlet, hooks);
    server =
        new SandboxServer(
            port,
            town,
            new WebApi(town, methods, faults, weather, sockets, botToken, appToken),
            hooks,
            deeds);
    var base = server.base();
    methods.base(base);
    hooks.base(base);
  }

  /**
   * Starts one on this machine.
   *
   * @param port 0 for any free one
   * @param random makes its secrets, so it must not be guessable
   */
  public static SlackSandbox start(int port, Clock clock, RandomGenerator random) {
    try {
      return new SlackSandbox(port, clock, random);
    } catch (IOException e) {
      throw new UncheckedIOException("the stand-in for Slack cannot listen at port " + port, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }

  private static String random(RandomGenerator random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Where its Web API is. */
  public URI apiUrl() {
    return URI.create(server.base() + "api/");
  }

  /** The page on which people can be played. */
  public URI page() {
    return URI.create(server.base());
  }

  public String signingSecret() {
    return secret;
  }

  public String botToken() {
    return botToken;
  }

  public String appToken() {
    return appToken;
  }

  public String teamId() {
    return Town.TEAM;
  }

  /** Sends what happens there, signed; without an address it goes over sockets. */
  public void sendEventsTo(URI address) {
    outlet.sendTo(address);
  }

  /** Whether the app has opened a socket. */
  public boolean isConnected() {
    return sockets.isConnected();
  }

  /** Has the app connect anew. */
  public void disconnectSockets() {
    sockets.disconnect();
  }

  /** The id of the channel of that name, made where there is none; the app is in it. */
  public String channel(String name) {
    return town.channel(name);
  }

  /** The id of the person with that address, a full member, made where there is none. */
  public String person(String name, String email) {
    return town.person(name, email);
  }

  /** Makes a guest of them. */
  public void makeGuest(String user) {
    town.person(user).addProperty("is_restricted", true);
  }

  /** Archives the channel. */
  public void archive(String channel) {
    town.archive(channel);
  }

  /** Somebody writes in a channel. */
  public Answer message(String user, String channel, String text) {
    return deeds.write(user, channel, "", text);
  }

  /** Somebody writes in a thread. */
  public Answer reply(String user, String channel, String rootTs, String text) {
    return deeds.write(user, channel, rootTs, text);
  }

  /** Somebody writes to the app alone. */
  public Answer direct(String user, String text) {
    return deeds.write(user, town.direct(user), "", text);
  }

  /** The channel in which somebody and the app write to each other. */
  public String directChannel(String user) {
    return town.direct(user);
  }

  /** How the app is mentioned. */
  public String mention() {
    return "<@" + Town.BOT_USER + ">";
  }

  /** Somebody changes what they wrote. */
  public Answer edit(String user, String channel, String ts, String text) {
    return deeds.edit(user, channel, ts, text);
  }

  /** Somebody takes away what they wrote. */
  public Answer delete(String channel, String ts) {
    return deeds.delete(channel, ts);
  }

  /** Somebody puts an emoji on a message. */
  public Answer react(String user, String channel, String ts, String emoji) {
    return deeds.react(user, channel, ts, emoji);
  }

  /** Somebody uses a button of a message, also of one only they see. */
  public Answer click(String user, String channel, String ts, String actionId) {
    return deeds.use(user, channel, ts, actionId, "");
  }

  /** Somebody chooses an option of a menu. */
  public Answer choose(String user, String channel, String ts, String actionId, String label) {
    return deeds.use(user, channel, ts, actionId, label);
  }

  /** Somebody sends the dialog that is open for them; what is not given stays as it is. */
  public Answer submit(String user, Map<String, String> valuesByBlockId) {
    return deeds.submit(user, valuesByBlockId);
  }

  /** Somebody enters a slash command. */
  public Answer command(String user, String channel, String command, String text) {
    return deeds.command(user, channel, command, text);
  }

  /** Somebody opens the app's own page. */
  public Answer openHome(String user) {
    return deeds.openHome(user);
  }

  /** Somebody uses the menu of a message. */
  public Answer shortcut(String user, String channel, String ts, String callbackId) {
    return deeds.shortcut(user, channel, ts, callbackId);
  }

  /** The same event is told again, as Slack does when the app was slow. */
  public Answer again(Answer before, int retry) {
    return deeds.again(before, retry);
  }

  /** What stands in the channel outside of threads. */
  public List<SandboxMessage> messages(String channel) {
    return town.all(channel).stream()
        .filter(message ->
            !message.has("thread_ts") || Json.text(message, "subtype").equals("thread_broadcast"))
        .map(SandboxMessage::of)
        .toList();
  }

  /** What stands in the thread below its first message. */
  public List<SandboxMessage> thread(String channel, String rootTs) {
    return town.all(channel).stream()
        .filter(message -> Json.text(message, "thread_ts").equals(rootTs))
        .map(SandboxMessage::of)
        .toList();
  }

  /** What stands in any thread of the channel. */
  public List<SandboxMessage> threads(String channel) {
    return town.all(channel).stream()
        .filter(message -> message.has("thread_ts"))
        .map(SandboxMessage::of)
        .toList();
  }

  /** What only that person sees. */
  public List<SandboxMessage> whispers(String user) {
    return town.whispers(user).stream().map(SandboxMessage::of).toList();
  }

  /** The dialog that is open for that person. */
  public Optional<JsonObject> dialog(String user) {
    return town.dialog(user);
  }

  /** The app's own page as that person sees it. */
  public Optional<JsonObject> home(String user) {
    return town.home(user);
  }

  /** The calls of the Web API so far. */
  public List<Call> calls() {
    return server.calls();
  }

  /** Lets the next calls of the method, {@code *} for any, fail so. */
  public void fault(String method, int times, Fault fault) {
    faults.arm(method, times, fault);
  }

  /** Lets a share of everything go wrong, in both directions. */
  public void storm(Storm storm) {
    weather.become(storm);
  }

  /** Lets all calls succeed again. */
  public void clearFaults() {
    faults.clear();
    weather.calmDown();
  }

  @Override
  public void close() {
    server.close();
    echo.close();
    sockets.close();
    outlet.close();
  }
}
