package dev.switchboard.channel.slack;

import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.customer.SlackCustomers;
import dev.switchboard.channel.slack.desk.SlackDesk;
import dev.switchboard.channel.slack.desk.SlackDesk.Seen;
import dev.switchboard.channel.slack.event.Happened;
import dev.switchboard.channel.slack.event.Reception;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what happens in Slack to whom it concerns. */
@Singleton
final class Desks implements Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

  private final SlackDesk desk;
  private final SlackCustomers customers;
  private final Workspaces workspaces;

  Desks(SlackDesk desk, SlackCustomers customers, Workspaces workspaces) {
    this.desk = desk;
    this.customers = customers;
    this.workspaces = workspaces;
  }

  @Override
  public boolean see(Happened happened) {
    return switch (happened) {
      case Happened.Wrote wrote -> wrote(wrote);
      case Happened.Edited edited -> desk.edited(edited) != Seen.LATER;
      case Happened.Deleted deleted -> desk.deleted(deleted) != Seen.LATER;
      case Happened.Reacted reacted -> desk.reacted(reacted) != Seen.LATER;
      case Happened.Removed(var teamId) -> {
        workspaces.revoked(teamId);
        yield true;
      }
      case Happened.ChannelGone(_, var channelId) -> {
        LOG.error("the channel {} was archived or deleted in Slack", channelId);
        yield true;
      }
      case Happened.HomeOpened opened -> {
        desk.homeOpened(opened);
        yield true;
      }
      case Happened.Nothing _ -> true;
    };
  }

  private boolean wrote(Happened.Wrote wrote) {
    return switch (desk.wrote(wrote)) {
      case DONE -> true;
      case LATER -> false;
      case NOT_OURS -> {
        customers.wrote(wrote);
        yield true;
      }
    };
  }
}
