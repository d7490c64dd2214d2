package dev.switchboard.app.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Micronaut that serves one file and streams of nothing: the floor of a start and of a page. */
final class BareServer {

  /** In which alone {@link BareEvents} is there. */
  static final String ENVIRONMENT = "bare-server";

  private BareServer() {}

  /**
   * Serves the folder until the process is ended.
   *
   * @param args the folder and the port
   */
  public static void main(String[] args) {
    ApplicationContext.run(
        EmbeddedServer.class,
        Map.of(
            "micronaut.server.port",
            Integer.valueOf(args[1]),
            "micronaut.server.host",
            "127.0.0.1",
            "micronaut.security.enabled",
            false,
            "micronaut.router.static-resources.hello.paths",
            "file:" + args[0],
            "micronaut.router.static-resources.hello.mapping",
            "/**"),
        ENVIRONMENT);
  }
}
