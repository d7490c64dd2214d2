package dev.switchboard.channel.slack.api;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.util.http.SlackHttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls Slack's Web API, and tells what passes from what does not. */
@Singleton
public final class SlackApi {
  private static final Duration HASTE = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final Set<String> PASSING =
      Set.of(
          "fatal_error",
          "internal_error",
          "ratelimited",
          "rate_limited",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org");

  private final Slack slack;
  private final Slack hasty;

  SlackApi(SlackSettings settings) {
    slack = slack(config(settings, settings.timeout()));
    hasty = slack(config(settings, HASTE));
  }

  // Not the SDK's own client: where a connection breaks before the answer it sends the request
  // again, unasked, and what was posted stands there twice.
  private static Slack slack(SlackConfig config) {
    var client =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    return Slack.getInstance(config, new SlackHttpClient(client));
  }

  private static SlackConfig config(SlackSettings settings, Duration timeout) {
    var config = new SlackConfig();
    // Nothing here reads them, and they ask Slack whose each token is.
    config.getMethodsConfig().setStatsEnabled(false);
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
    config.setHttpClientCallTimeoutMillis(Math.toIntExact(timeout.toMillis()));
    config.setHttpClientReadTimeoutMillis(Math.toIntExact(timeout.toMillis()));
    config.setHttpClientWriteTimeoutMillis(Math.toIntExact(timeout.toMillis()));
    return config;
  }

  /** The SDK with our timeouts and address. */
  public Slack sdk() {
    return slack;
  }

  /** A call of one method. */
  @FunctionalInterface
  public interface Call<T extends SlackApiTextResponse> {
    T on(MethodsClient methods) throws IOException, SlackApiException;
  }

  /** Calls it with that token. */
  public <T extends SlackApiTextResponse> Outcome<T> call(String token, Call<T> call) {
    return call(slack, token, call);
  }

  /** Calls it where somebody waits for the answer, for two seconds at most. */
  public <T extends SlackApiTextResponse> Outcome<T> callHastily(String token, Call<T> call) {
    return call(hasty, token, call);
  }

  private static <T extends SlackApiTextResponse> Outcome<T> call(
      Slack slack, String token, Call<T> call) {
    try {
      return outcome(call.on(slack.methods(token)));
    } catch (SlackApiException refused) {
      return refused(refused);
    } catch (SlackFilesUploadV2Exception failed) {
      return failed(failed);
    } catch (ConnectException | UnknownHostException unreachable) {
      return new Outcome.Later<>(SOON, "Slack cannot be reached", false);
    } catch (IOException lost) {
      return new Outcome.Later<>(SOON, "Slack did not answer: " + lost.getMessage(), true);
    }
  }

  private static <T extends SlackApiTextResponse> Outcome<T> outcome(T answer) {
    if (answer.isOk()) {
      return new Outcome.Done<>(answer);
    }
    var error = Optional.ofNullable(answer.getError()).orElse("unknown_error");
    return PASSING.contains(error)
        ? new Outcome.Later<>(SOON, error, true)
        : new Outcome.Never<>(error, Optional.ofNullable(answer.getNeeded()).orElse(""));
  }

  // A file goes in three steps; what went wrong stands in the answer to one of them.
  private static <T> Outcome<T> failed(SlackFilesUploadV2Exception failed) {
    var error =
        Stream.concat(
                Stream.ofNullable(failed.getCompleteResponse()),
                Stream.ofNullable(failed.getGetURLResponses()).flatMap(List::stream))
            .filter(answer -> !answer.isOk())
            .findFirst()
            .map(SlackApi::<SlackApiTextResponse>outcome)
            .orElseGet(() ->
                new Outcome.Later<SlackApiTextResponse>(SOON, "Slack did not take the file", true));
    return switch (error) {
      case Outcome.Never<?>(var name, var detail) -> new Outcome.Never<>(name, detail);
      case Outcome.Later<?>(var after, var because, var doubtful) ->
          new Outcome.Later<>(after, because, doubtful);
      case Outcome.Done<?> _ -> throw new IllegalStateException("what failed is done", failed);
    };
  }

  private static <T> Outcome<T> refused(SlackApiException refused) {
    int status = refused.getResponse().code();
    if (status == TOO_MANY_REQUESTS) {
      return new Outcome.Later<>(pause(refused.getResponse().header("Retry-After")), "429", false);
    }
    return status >= SERVER_ERROR
        ? new Outcome.Later<>(SOON, "Slack answered " + status, true)
        : new Outcome.Never<>("http_" + status, "");
  }

  private static Duration pause(@Nullable String seconds) {
    try {
      var asked = Duration.ofSeconds(Long.parseLong(String.valueOf(seconds).strip()));
      return asked.compareTo(LONGEST_PAUSE) > 0 || asked.isNegative() ? LONGEST_PAUSE : asked;
    } catch (NumberFormatException none) {
      return SOON;
    }
  }

  @PreDestroy
  void close() throws Exception {
    slack.close();
    hasty.close();
  }
}
