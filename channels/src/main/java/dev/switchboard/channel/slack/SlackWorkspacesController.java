package dev.switchboard.channel.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.api.Workspaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** Tells admins which workspaces are connected. */
@Controller("/desk/api/slack")
@Hidden
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SlackWorkspacesController {
  private final SlackSettings settings;
  private final Workspaces workspaces;

  SlackWorkspacesController(SlackSettings settings, Workspaces workspaces) {
    this.settings = settings;
    this.workspaces = workspaces;
  }

  /** Whether workspaces can be connected by a browser, and which were. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Connections(boolean connectable, List<String> connected) {}

  @Get
  HttpResponse<Connections> connections() {
    return HttpResponse.ok(new Connections(settings.canConnect(), workspaces.connected()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
