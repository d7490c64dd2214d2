package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Proposals;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes a customer's word on what the bot has offered to do. */
@Controller("/widget/v1/conversations/{id}/proposals")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProposalsController {
  private final Door door;
  private final Proposals proposals;

  ProposalsController(Door door, Proposals proposals) {
    this.door = door;
    this.proposals = proposals;
  }

  /** Does it, or not, and says what became of it. */
  @Post("/{proposal}")
  ShownMessage.Offer answer(
      String id, String proposal, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var visitor = door.visitor(request);
    var own = door.own(visitor, id);
    boolean wanted = JsonBody.of(request, body).flag("wanted");
    return proposals
        .answer(own.id(), proposal, wanted, visitor.locale())
        .map(ShownMessage.Offer::of)
        .orElseThrow(
            () -> new Refusal(HttpStatus.CONFLICT, "over", "This can no longer be confirmed."));
  }
}
