package dev.switchboard.channel.desk;

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

/** Names those whom a case can be given to. */
@Controller("/desk/api/colleagues")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
@ExecuteOn(TaskExecutors.BLOCKING)
final class ColleaguesController {
  private final Colleagues colleagues;

  ColleaguesController(Colleagues colleagues) {
    this.colleagues = colleagues;
  }

  /** Somebody of the team. */
  @Serdeable
  record Colleague(String name) {}

  @Get
  HttpResponse<List<Colleague>> all() {
    return HttpResponse.ok(
            colleagues.all().stream().map(account -> new Colleague(account.name())).toList())
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
