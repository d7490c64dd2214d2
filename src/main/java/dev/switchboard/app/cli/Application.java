package dev.switchboard.app.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The beans of the application, started without a server. */
final class Application {
  /** Setting: the folder where knowledge and conversations are kept. */
  static final String DATA = "switchboard.data";

  /** Setting: the address of the database. */
  static final String DATABASE = "datasources.default.url";

  private Application() {}

  /**
   * Starts it.
   *
   * @param settings win over the environment and application.yml
   */
  static ApplicationContext start(Map<String, Object> settings) {
    return builder(settings).start();
  }

  /** The settings that say which data folder was chosen, none when that is left to others. */
  static Map<String, Object> on(@Nullable Path data) {
    var settings = new HashMap<String, Object>();
    if (data != null) {
      settings.put(DATA, data.toString());
    }
    return settings;
  }

  /** Whether there is a database already, so that starting would not make one. */
  static boolean hasStore(Map<String, Object> settings) {
    try (var environment = builder(settings).build().getEnvironment().start()) {
      var data = environment.getRequiredProperty(DATA, String.class);
      return !environment.getProperty(DATABASE, String.class).orElse("").startsWith("jdbc:h2:")
          || Files.exists(Path.of(data, "switchboard.mv.db"));
    }
  }

  private static ApplicationContextBuilder builder(Map<String, Object> settings) {
    return ApplicationContext.builder().properties(settings).deduceEnvironment(false).banner(false);
  }
}
