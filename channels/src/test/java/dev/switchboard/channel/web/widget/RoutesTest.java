package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every address of the widget's API, as the running server has them. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = RoutesTest.DATABASE)
@Property(name = "switchboard.widget.requests-per-minute", value = "100000")
@Timeout(60)
class RoutesTest {
  static final String DATABASE =
      "jdbc:h2:mem:routes;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private static final String API = "/widget/v1/";

  /** What can be called without a token; whatever is not here cannot. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /widget/v1/config",
          "POST /widget/v1/sessions",
          "POST /widget/v1/sessions/end",
          "GET /widget/v1/attachments/{id}");

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject Router router;

  @Test
  void asksForATokenWhereverItIsNotSaidThatNoneIsNeeded() {
    var guarded = routes().stream().filter(route -> !OPEN.contains(route)).toList();

    assertThat(routes()).containsAll(OPEN);
    assertThat(guarded).hasSizeGreaterThanOrEqualTo(12);
    for (var route : guarded) {
      assertThat(status(route)).as(route).isEqualTo(401);
    }
  }

  @Test
  void givesNobodyAFileWithoutALink() {
    assertThat(status("GET /widget/v1/attachments/{id}")).isEqualTo(404);
  }

  /** A response that has no body to end would keep its connection from all that follow on it. */
  @Test
  void hasNoHeadOfAStream() {
    var streams =
        router
            .uriRoutes()
            .filter(route -> route.getProduces().contains(MediaType.TEXT_EVENT_STREAM_TYPE))
            .map(RoutesTest::name)
            .collect(Collectors.toSet());

    assertThat(streams)
        .containsExactlyInAnyOrder(
            "GET /widget/v1/conversations/{id}/events",
            "GET /desk/api/events",
            "POST /v1/chat/completions");
    assertThat(status("HEAD /widget/v1/conversations/{id}/events")).isEqualTo(405);
  }

  private Set<String> routes() {
    return router
        .uriRoutes()
        .map(RoutesTest::name)
        .filter(route -> route.contains(" " + API) && !route.startsWith("HEAD "))
        .collect(Collectors.toSet());
  }

  private static String name(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
  }

  private int status(String route) {
    var method = route.substring(0, route.indexOf(' '));
    var path = route.substring(route.indexOf(API) + API.length()).replaceAll("\\{\\w+}", "1");
    var page = new Page(server.getURI(), json);
    var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
    return page.exchange(page.to(path).method(method, body)).statusCode();
  }
}
