package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
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
  private final Installs installs;
  private final Shelf shelf;
  private final Faults faults = new Faults();
  private final Weather weather = new Weather();
  private final Sockets sockets;
  private final Outlet outlet;
  private final Echo echo;
  private final Deeds deeds;
  private final SandboxServer server;

  /** The channel that cases go to. */
  private static final String CHANNEL = "support";

  private SlackSandbox(int port, Clock clock, RandomGenerator random)
      throws IOException, InterruptedException {
    secret = Installs.secret(random);
    botToken = "xoxb-" + Installs.secret(random);
    appToken = "xapp-" + Installs.secret(random);
    town = new Town(clock);
    installs = new Installs(random, botToken);
    shelf = new Shelf(town);
    sockets = new Sockets(town);
    outlet = new Outlet(town, secret, sockets, weather);
    echo = new Echo(town, outlet);
    var methods = new Methods(town, echo, shelf);
    var hooks = new Hooks(town);
    deeds = new Deeds(town, methods, echo, outlet, hooks, shelf);
    server =
        new SandboxServer(
            port,
            town,
            new WebApi(town, methods, faults, weather, sockets, installs, appToken),
            hooks,
            installs,
            shelf,
            deeds);
    town.channel(CHANNEL);
    var base = server.base();
    methods.base(base);
    hooks.base(base);
    shelf.base(base);
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

  /** The client id and secret of the app, for workspaces that connect by OAuth. */
  public String clientId() {
    return Town.CLIENT;
  }

  public String clientSecret() {
    return installs.clientSecret();
  }

  /** Where people are sent who connect a workspace: it is the second one, and they agree. */
  public URI authorizeUrl() {
    return URI.create(server.base() + "oauth/v2/authorize");
  }

  public String teamId() {
    return Town.TEAM;
  }

  /** The workspace that is there to be connected by OAuth. */
  public String secondTeamId() {
    return Town.SECOND_TEAM;
  }

  /** Somebody of the second workspace, a full member there. */
  public String personOfSecondTeam(String name, String email) {
    return town.person(name, email, Town.SECOND_TEAM);
  }

  /** Somebody takes the app out of the second workspace. */
  public Answer removeFromSecondTeam() {
    installs.remove(Town.SECOND_TEAM);
    return outlet.event(
        Json.of("type", "app_uninstalled", "team", Town.SECOND_TEAM, "event_ts", town.ts()));
  }

  /** How the app is set up to work with this stand-in, as settings that may be added to. */
  public Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("switchboard.slack.bot-token", botToken);
    settings.put("switchboard.slack.api-url", apiUrl().toString());
    settings.put("switchboard.slack.signing-secret", secret);
    settings.put("switchboard.slack.channel", "#" + CHANNEL);
    return settings;
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

  /** Somebody sends a file, in a thread, or in the channel itself where {@code rootTs} is empty. */
  public Answer share(
      String user, String channel, String rootTs, String text, String name, byte[] content) {
    return deeds.share(user, channel, rootTs, text, name, content);
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

  /** What a file of that name holds. */
  public byte[] content(String channel, String name) {
    return town.all(channel).stream()
        .flatMap(message -> Json.objects(message, "files").stream())
        .filter(file -> Json.text(file, "name").equals(name))
        .flatMap(file -> shelf.content(Json.text(file, "id")).stream())
        .findFirst()
        .orElseThrow(() -> new SandboxError("file_not_found"));
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
