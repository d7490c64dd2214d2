package dev.switchboard.channel.slack;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.switchboard.bot.store.StoreUnavailable;
import dev.switchboard.channel.http.UnreadBody;
import dev.switchboard.channel.slack.api.SlackSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Slack calls us. */
@Controller("/slack")
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SlackController {
  private static final Logger LOG = LoggerFactory.getLogger(SlackController.class);
  private static final String NO_RETRY = "X-Slack-No-Retry";

  private final SlackApp app;
  private final SlackRequestParser parser;
  private final Optional<Signatures> signatures;

  SlackController(SlackApp app, SlackSettings settings, Clock clock) {
    this.app = app;
    parser = new SlackRequestParser(app.bolt().config());
    signatures =
        settings.isOn() && !settings.signingSecret().isEmpty()
            ? Optional.of(new Signatures(settings.signingSecret(), clock))
            : Optional.empty();
  }

  /** Events, buttons, dialogs and commands. */
  @Post("/events")
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> events(HttpRequest<?> request, @Body byte @Nullable [] sent) {
    UnreadBody.taken(request);
    var body = sent == null ? new byte[0] : sent;
    boolean holds =
        signatures
            .filter(known ->
                known.hold(
                    header(request, "X-Slack-Request-Timestamp"),
                    header(request, "X-Slack-Signature"),
                    body))
            .isPresent();
    if (!holds) {
      return HttpResponse.<byte[]>unauthorized();
    }
    return answered(request, new String(body, StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> answered(HttpRequest<?> request, String body) {
    try {
      var parsed =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(request.getPath())
                  .queryString(request.getParameters().asMap())
                  .headers(new RequestHeaders(request.getHeaders().asMap()))
                  .requestBody(body)
                  .remoteAddress("")
                  .build());
      // Some notices are no requests to the SDK, such as that events are being left out.
      return parsed == null ? HttpResponse.<byte[]>ok() : copied(app.run(parsed));
    } catch (StoreUnavailable gone) {
      throw gone;
    } catch (Exception fault) {
      LOG.warn("a request of Slack could not be read: {}", fault.getClass().getName());
      return HttpResponse.<byte[]>badRequest().header(NO_RETRY, "1");
    }
  }

  // In bytes: the length of a text is not that of its characters.
  private static HttpResponse<byte[]> copied(Response response) {
    var answer = HttpResponse.<byte[]>status(HttpStatus.valueOf(response.getStatusCode()));
    var body = response.getBody();
    return body == null || body.isEmpty()
        ? answer
        : answer.body(body.getBytes(StandardCharsets.UTF_8)).contentType(response.getContentType());
  }

  private static String header(HttpRequest<?> request, String name) {
    return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
  }
}
