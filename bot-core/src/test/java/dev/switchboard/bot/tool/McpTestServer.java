package dev.switchboard.bot.tool;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** A server of tools, made with the official SDK, that speaks over its standard streams. */
final class McpTestServer {
  private McpTestServer() {}

  /** Runs until its input ends. */
  public static void main(String[] args) {
    var schema =
        new McpSchema.JsonSchema(
            "object",
            Map.of("order_number", Map.of("type", "string"), "customer", Map.of("type", "string")),
            List.of("order_number", "customer"),
            false,
            Map.of(),
            Map.of());
    var tool =
        McpSchema.Tool.builder()
            .name("order_status")
            .description("Tells where an order is.")
            .inputSchema(schema)
            .build();
    McpServer.sync(new StdioServerTransportProvider(McpJsonMapper.getDefault()))
        .serverInfo("shop", "1")
        .jsonSchemaValidator(
            (rules, content) -> JsonSchemaValidator.ValidationResponse.asValid("{}"))
        .capabilities(McpSchema.ServerCapabilities.builder().tools(true).build())
        .tools(
            new SyncToolSpecification(
                tool,
                (exchange, arguments) ->
                    new McpSchema.CallToolResult(
                        "Order %s of %s is packed. The key is %s."
                            .formatted(
                                arguments.get("order_number"),
                                arguments.get("customer"),
                                System.getenv("SHOP_KEY")),
                        "0".equals(arguments.get("order_number")))))
        .build();
  }
}
