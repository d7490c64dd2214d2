package dev.switchboard.channel.web;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;

/** Answers questions over HTTP. */
@Controller("/api/v1/ask")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Ask")
final class AskController {

  private final ConversationEngine engine;

  AskController(ConversationEngine engine) {
    this.engine = engine;
  }

  /** Answers one message. Asking changes nothing and may be repeated. */
  @Post
  @Consumes(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Operation(
      operationId = "ask",
      summary = "Ask a question",
      description =
          "Answers a customer's message from the team's articles, with the words that prove it and "
              + "the receipt of how the answer came about. The answer is given by a program. "
              + "Nothing is kept: a conversation is continued by sending its exchanges as history. "
              + "Unknown keys are ignored.")
  @RequestBody(
      required = true,
      description = "At most 64 KB; of a question the first 4,000 characters are read",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AskQuestion.class),
              examples = {
                @ExampleObject(name = "First question", value = ApiExamples.QUESTION),
                @ExampleObject(name = "Follow-up", value = ApiExamples.FOLLOW_UP)
              }))
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AskAnswer.class),
              examples = @ExampleObject(name = "Answer", value = ApiExamples.ANSWER)))
  @ApiResponse(
      responseCode = "400",
      description = "The body holds no question",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "No question", value = ApiExamples.NO_QUESTION)))
  @ApiResponse(
      responseCode = "413",
      description = "The body is larger than 64 KB",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "415",
      description = "The body is not declared as application/json in UTF-8",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<AskAnswer> ask(
      @Parameter(hidden = true) HttpRequest<?> request,
      @Parameter(hidden = true) @Body @Nullable InputStream body) {
    var question = QuestionReader.read(JsonBody.of(request, body));
    return HttpResponse.ok(AskAnswer.of(engine.reply(question.message())))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
