package dev.switchboard.channel.http;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/** How the server reads requests when nobody says otherwise: as they come, never inflated. */
@ContextConfigurer
public final class HttpDefaults implements ApplicationContextConfigurer {
  private static final int BELOW_EVERYTHING = -10_000;

  // A body that inflates a thousandfold, or is no gzip at all, would be met before any check of
  // ours.
  private static final Map<String, Object> DEFAULTS =
      Map.of("micronaut.server.netty.request-decompression-enabled", false);

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.propertySources(PropertySource.of("http defaults", DEFAULTS, BELOW_EVERYTHING));
  }
}
