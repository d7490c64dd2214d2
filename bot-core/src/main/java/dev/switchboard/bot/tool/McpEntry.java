package dev.switchboard.bot.tool;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server of tools that speaks the Model Context Protocol.
 *
 * @param name the team's name for it
 * @param url where it is, over streamable HTTP; or else
 * @param command what starts it on this machine, with its arguments; it speaks over its standard
 *     streams
 * @param headers sent with each request, over HTTP
 * @param environment the variables that a server which is started gets beside PATH and HOME
 * @param patience how long it may take to answer
 */
@EachProperty("switchboard.mcp-servers")
record McpEntry(
    @Parameter String name,
    @Nullable URI url,
    @Nullable List<String> command,
    @Nullable
        @MapFormat(
            transformation = MapFormat.MapTransformation.FLAT,
            keyFormat = io.micronaut.core.naming.conventions.StringConvention.RAW)
        Map<String, String> headers,
    @Nullable
        @MapFormat(
            transformation = MapFormat.MapTransformation.FLAT,
            keyFormat = io.micronaut.core.naming.conventions.StringConvention.RAW)
        Map<String, String> environment,
    @Bindable(defaultValue = "5s") Duration patience) {
  McpEntry {
    if ((url == null) == (command == null || command.isEmpty())) {
      throw new ConfigurationException(
          "switchboard.mcp-servers.%s must have either a url or a command".formatted(name));
    }
    headers = Map.copyOf(Objects.requireNonNullElse(headers, Map.of()));
    environment = Map.copyOf(Objects.requireNonNullElse(environment, Map.of()));
  }

  /** Without what may be secret: settings end up in logs. */
  @Override
  public String toString() {
    return "McpEntry[name=%s, url=%s, command=%s]".formatted(name, url, command);
  }
}
