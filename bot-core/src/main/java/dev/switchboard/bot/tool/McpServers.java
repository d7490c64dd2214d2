package dev.switchboard.bot.tool;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tools of servers that speak the Model Context Protocol.
 *
 * <p>Servers are reached in the background: a question never waits for one to appear. One that
 * cannot be reached is tried again when it is thought of, half a minute later at the earliest.
 */
@Singleton
final class McpServers {
  private static final Logger LOG = LoggerFactory.getLogger(McpServers.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final String PROTOCOL = "2025-06-18";

  private final List<Server> servers;
  private final Map<String, ToolEntry> permissions = new ConcurrentHashMap<>();
  private final Clock clock;

  McpServers(Collection<McpEntry> entries, Collection<ToolEntry> allowed, Clock clock) {
    this.clock = clock;
    allowed.forEach(each -> permissions.put(ToolEntry.key(each.name()), each));
    servers = entries.stream().map(Server::new).toList();
    servers.forEach(Server::reach);
  }

  /** Those of the servers that can be reached, and that the team allows. */
  Stream<Tool> tools() {
    return servers.stream().flatMap(Server::tools);
  }

  /** One of them. */
  private final class Server {
    private final McpEntry entry;
    private volatile List<Tool> tools = List.of();
    private volatile Optional<McpClient> client = Optional.empty();
    private Instant tried = Instant.EPOCH;

    private Server(McpEntry entry) {
      this.entry = entry;
    }

    private Stream<Tool> tools() {
      if (client.isEmpty()) {
        reach();
      }
      return tools.stream();
    }

    private synchronized void reach() {
      if (tried.plus(PAUSE).isBefore(clock.instant())) {
        tried = clock.instant();
        Thread.ofVirtual().name("mcp-" + entry.name()).start(this::connect);
      }
    }

    @SuppressWarnings("IllegalCatch") // The client throws whatever its transport does.
    private void connect() {
      try {
        var reached =
            DefaultMcpClient.builder()
                .key(entry.name())
                .clientName("switchboard")
                .protocolVersion(PROTOCOL)
                .transport(transport())
                .initializationTimeout(entry.patience())
                .toolExecutionTimeout(entry.patience())
                .pingTimeout(entry.patience())
                .build();
        tools = reached.listTools().stream().flatMap(each -> allowed(reached, each)).toList();
        client = Optional.of(reached);
        LOG.info(
            "the server of tools {} is reached: {} tools may be used", entry.name(), tools.size());
      } catch (RuntimeException gone) {
        LOG.warn("the server of tools {} cannot be reached: {}", entry.name(), gone.toString());
      }
    }

    private McpTransport transport() {
      var url = entry.url();
      return url == null
          ? StdioMcpTransport.builder().command(command()).build()
          : StreamableHttpMcpTransport.builder()
              .url(url.toString())
              .customHeaders(entry.headers())
              .timeout(entry.patience())
              .build();
    }

    // Keys of providers stand in this process's environment, and are none of its business.
    private List<String> command() {
      var command = new ArrayList<>(List.of("env", "-i"));
      for (var name : List.of("PATH", "HOME")) {
        Optional.ofNullable(System.getenv(name))
            .ifPresent(value -> command.add(name + "=" + value));
      }
      Objects.requireNonNull(entry.environment())
          .forEach((name, value) -> command.add(name + "=" + value));
      command.addAll(Objects.requireNonNull(entry.command()));
      return command;
    }

    private Stream<Tool> allowed(McpClient reached, ToolSpecification specification) {
      var permission = permissions.get(ToolEntry.key(specification.name()));
      return permission == null
          ? Stream.empty()
          : Stream.of(
              Tool.of(
                  specification,
                  permission,
                  (arguments, caller) -> run(reached, specification.name(), arguments)));
    }

    private String run(McpClient reached, String name, String arguments) throws ToolFailed {
      var result =
          reached.executeTool(
              ToolExecutionRequest.builder().name(name).arguments(arguments).build());
      if (result.isError()) {
        throw new ToolFailed("the server of tools " + entry.name() + " says that it failed");
      }
      return result.resultText();
    }

    @SuppressWarnings("IllegalCatch") // The server may be gone already.
    private void close() {
      client.ifPresent(reached -> {
        try {
          reached.close();
        } catch (Exception gone) {
          LOG.debug("the server of tools {} is gone already", entry.name());
        }
      });
    }
  }

  @PreDestroy
  void close() {
    servers.forEach(Server::close);
  }
}
