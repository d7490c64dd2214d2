package dev.switchboard.channel.slack.desk;

import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.switchboard.bot.Routing;
import dev.switchboard.bot.conversation.CaseLine;
import dev.switchboard.channel.slack.api.Outcome;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.api.Workspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows where cases go. */
@Singleton
final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final Pattern ID = Pattern.compile("[CG][A-Z0-9]{5,20}");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PAGE = 1_000;

  private final SlackSettings settings;
  private final Routing routing;
  private final SlackApi api;
  private final Clock clock;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Map<String, Long> askAgainAt = new ConcurrentHashMap<>();

  Channels(SlackSettings settings, Routing routing, SlackApi api, Clock clock) {
    this.settings = settings;
    this.routing = routing;
    this.api = api;
    this.clock = clock;
  }

  /**
   * The id of the channel for a case: its team's, or the one for all. Empty while Slack has not
   * told it.
   */
  Optional<String> of(Workspace workspace, CaseLine line) {
    var own = routing.slackChannel(line.route().team());
    return own.isEmpty()
        ? named(workspace, settings.channel())
        : named(workspace, own).or(() -> named(workspace, settings.channel()));
  }

  private Optional<String> named(Workspace workspace, String nameOrId) {
    var wanted = nameOrId.replaceFirst("^#", "");
    if (ID.matcher(wanted).matches()) {
      return Optional.of(wanted);
    }
    if (!known.containsKey(wanted) && clock.millis() >= askAgainAt.getOrDefault(wanted, 0L)) {
      askAgainAt.put(wanted, clock.millis() + PATIENCE.toMillis());
      asked(workspace, wanted, "").ifPresent(id -> known.put(wanted, id));
    }
    return Optional.ofNullable(known.get(wanted));
  }

  private Optional<String> asked(Workspace workspace, String name, String cursor) {
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.conversationsList(asks ->
                    asks.types(
                            List.of(
                                ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))
                        .excludeArchived(true)
                        .cursor(cursor)
                        .limit(PAGE)));
    return switch (outcome) {
      case Outcome.Done<ConversationsListResponse>(var page) -> in(workspace, name, page);
      case Outcome.Later<ConversationsListResponse> later -> {
        LOG.warn("the channels in Slack could not be asked for: {}", later.because());
        yield Optional.empty();
      }
      case Outcome.Never<ConversationsListResponse> never -> {
        LOG.error("the app may not list channels in Slack: {}", never.error());
        yield Optional.empty();
      }
    };
  }

  private Optional<String> in(Workspace workspace, String name, ConversationsListResponse page) {
    var found =
        page.getChannels().stream()
            .filter(channel -> name.equals(channel.getName()))
            .map(Conversation::getId)
            .findFirst();
    var next =
        Optional.ofNullable(page.getResponseMetadata())
            .map(metadata -> Objects.requireNonNullElse(metadata.getNextCursor(), ""))
            .filter(cursor -> !cursor.isEmpty());
    if (found.isEmpty() && next.isEmpty()) {
      LOG.error("there is no channel #{} in Slack, or the app is not in it", name);
    }
    return found.or(() -> next.flatMap(cursor -> asked(workspace, name, cursor)));
  }
}
