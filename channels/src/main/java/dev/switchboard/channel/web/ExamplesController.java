package dev.switchboard.channel.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Hands out questions to begin with. */
@Controller("/api/v1/examples")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Ask")
final class ExamplesController {

  private final Examples examples;

  ExamplesController(Examples examples) {
    this.examples = examples;
  }

  /** A few questions that can be asked. */
  @Get
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Operation(operationId = "examples", summary = "Questions to begin with")
  @ApiResponse(responseCode = "200", description = "A few questions, possibly none")
  List<String> some() {
    return examples.some();
  }
}
