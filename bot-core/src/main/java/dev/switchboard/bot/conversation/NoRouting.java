package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Routing;
import dev.switchboard.bot.Situation;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where nobody has laid down who sees to what. */
@Singleton
@Requires(missingBeans = Routing.class)
final class NoRouting implements Routing {

  @Override
  public Route route(Situation situation, Instant at) {
    return Route.NONE;
  }

  @Override
  public Set<String> topics(String text) {
    return Set.of();
  }

  @Override
  public List<String> onCall(String team, Instant at) {
    return List.of();
  }

  @Override
  public String slackChannel(String team) {
    return "";
  }
}
