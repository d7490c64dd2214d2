package dev.switchboard.bot.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tools of other servers: one made with the official SDK, started as a process, and one over HTTP.
 */
@Timeout(120)
class McpServersTest {
  private static final Caller ANN = new Caller("", "web", "cust-1", "ann@shop.example");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ApplicationContext context(Map<String, Object> more) {
    var settings = new HashMap<>(more);
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:mcp-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    settings.put("switchboard.tools.order-status.words", List.of("order"));
    settings.put("switchboard.tools.order-status.subject", "customer");
    return ApplicationContext.builder().singletons(new SecureRandom()).properties(settings).start();
  }

  private static Tool reached(ApplicationContext context) {
    var toolbox = context.getBean(Toolbox.class);
    await().atMost(Duration.ofSeconds(40)).until(() -> toolbox.find("order_status").isPresent());
    return toolbox.find("order_status").orElseThrow();
  }

  @Test
  void aServerThatIsStartedWorksForWhomTheSessionNamesAndGetsNoKeys() throws ToolFailed {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            McpTestServer.class.getName());
    try (var context =
        context(
            Map.of(
                "switchboard.mcp-servers.shop.command", command,
                "switchboard.mcp-servers.shop.patience", "20s",
                "switchboard.mcp-servers.shop.environment.SHOP_KEY", "k1"))) {
      var tool = reached(context);

      assertThat(tool.specification().parameters().properties()).containsOnlyKeys("order_number");
      assertThat(tool.specification().parameters().required()).containsExactly("order_number");
      var toolbox = context.getBean(Toolbox.class);
      assertThat(toolbox.run(tool, "{\"order_number\":\"1007\"}", ANN))
          .isEqualTo("Order 1007 of cust-1 is packed. The key is k1.");
      assertThatThrownBy(
              () -> toolbox.run(tool, "{\"order_number\":\"1\",\"customer\":\"cust-2\"}", ANN))
          .hasMessage("it has no argument customer");
      assertThatThrownBy(() -> toolbox.run(tool, "{\"order_number\":\"0\"}", ANN))
          .isInstanceOf(ToolFailed.class);
    }
  }

  @Test
  void aServerOverHttpWorksAndOneThatHangsFailsInTime() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/mcp", McpServersTest::answer);
    server.start();
    try (var context =
        context(
            Map.of(
                "switchboard.mcp-servers.shop.url",
                "http://127.0.0.1:%d/mcp".formatted(server.getAddress().getPort()),
                "switchboard.mcp-servers.shop.headers.Authorization",
                "Bearer k1",
                "switchboard.tools.order-status.patience",
                "1s"))) {
      var tool = reached(context);
      var toolbox = context.getBean(Toolbox.class);

      assertThat(toolbox.run(tool, "{\"order_number\":\"1007\"}", ANN))
          .isEqualTo("1007 for cust-1 with Bearer k1");
      assertThatThrownBy(() -> toolbox.run(tool, "{\"order_number\":\"hang\"}", ANN))
          .isInstanceOf(ToolFailed.class)
          .hasMessage("it took too long");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatIsNotThereKeepsNobodyWaiting() {
    try (var context =
        context(Map.of("switchboard.mcp-servers.shop.url", "http://127.0.0.1:1/mcp"))) {
      long begun = System.nanoTime();
      assertThat(context.getBean(Toolbox.class).find("order_status")).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      var asked = JSON.readTree(exchange.getRequestBody());
      var result = result(asked, exchange.getRequestHeaders().getFirst("Authorization"));
      if (result.isEmpty()) {
        exchange.sendResponseHeaders(202, -1);
        return;
      }
      var answer =
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(asked.path("id"), result);
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String result(JsonNode asked, String authorization) {
    return switch (asked.path("method").asText()) {
      case "initialize" ->
          """
          {"protocolVersion":"2025-06-18","capabilities":{"tools":{}},
           "serverInfo":{"name":"shop","version":"1"}}
          """;
      case "tools/list" ->
          """
          {"tools":[{"name":"order_status","description":"Tells where an order is.",
            "inputSchema":{"type":"object","required":["order_number","customer"],
              "properties":{"order_number":{"type":"string"},"customer":{"type":"string"}}}},
           {"name":"drop_everything","inputSchema":{"type":"object"}}]}
          """;
      case "tools/call" -> called(asked.path("params").path("arguments"), authorization);
      case "ping" -> "{}";
      default -> "";
    };
  }

  private static String called(JsonNode arguments, String authorization) {
    var number = arguments.path("order_number").asText();
    if (number.equals("hang")) {
      await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
    }
    return "{\"content\":[{\"type\":\"text\",\"text\":\"%s for %s with %s\"}]}"
        .formatted(number, arguments.path("customer").asText(), authorization);
  }
}
