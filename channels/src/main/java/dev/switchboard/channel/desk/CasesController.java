package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Turn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** Shows cases. */
@Controller("/desk/api/cases")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
@ExecuteOn(TaskExecutors.BLOCKING)
final class CasesController {
  private static final int PAGE = 100;

  private final DeskStreams streams;
  private final Cases cases;
  private final Conversations conversations;
  private final CaseReader reader;

  CasesController(
      DeskStreams streams, Cases cases, Conversations conversations, CaseReader reader) {
    this.streams = streams;
    this.cases = cases;
    this.conversations = conversations;
    this.reader = reader;
  }

  /** All open cases: queued, with an agent, put aside. */
  @Get
  HttpResponse<String> open() {
    return fresh(streams.list().json());
  }

  /** Cases, the latest done first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Done(List<ShownLine> cases) {}

  /** The cases that were done last. */
  @Get("/done")
  HttpResponse<Done> done() {
    return fresh(new Done(cases.done().stream().map(ShownLine::of).toList()));
  }

  /**
   * A case.
   *
   * @param shown the case without what was said
   * @param turns what was said last
   * @param more whether more was said before
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Whole(@JsonProperty("case") ShownCase shown, List<ShownTurn> turns, boolean more) {}

  @Get("/{id}")
  HttpResponse<Whole> one(String id) {
    var file = reader.file(id);
    return fresh(new Whole(reader.shown(file), reader.shown(file.turns()), isMore(file.turns())));
  }

  private static boolean isMore(List<Turn> turns) {
    return !turns.isEmpty() && turns.getFirst().seq() > 1;
  }

  /** What was said before, in its order. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Earlier(List<ShownTurn> turns, boolean more) {}

  @Get("/{id}/turns")
  HttpResponse<Earlier> earlier(
      String id, @QueryValue(defaultValue = "9223372036854775807") long before) {
    var turns = conversations.turnsBefore(reader.file(id).line().conversation().id(), before, PAGE);
    return fresh(new Earlier(reader.shown(turns), isMore(turns)));
  }

  private static <T> HttpResponse<T> fresh(T body) {
    return HttpResponse.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
