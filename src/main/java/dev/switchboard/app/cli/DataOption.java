package dev.switchboard.app.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder a command works on. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the articles are kept. Default: ./data.")
  private @Nullable Path data;

  /** The settings that say so, none when it was not given. */
  Map<String, Object> settings() {
    return Application.on(data);
  }
}
