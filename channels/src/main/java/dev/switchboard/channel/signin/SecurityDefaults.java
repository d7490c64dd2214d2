package dev.switchboard.channel.signin;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/** The one way to be known is the session's cookie; the framework's others are switched off. */
@ContextConfigurer
public final class SecurityDefaults implements ApplicationContextConfigurer {
  private static final int BELOW_EVERYTHING = -10_000;

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          // What is not there stays 404, and a wrong method 405.
          "micronaut.security.reject-not-found",
          false,
          "micronaut.security.basic-auth.enabled",
          false,
          "micronaut.security.token.enabled",
          false,
          "micronaut.security.redirect.enabled",
          false,
          "micronaut.security.endpoints.introspection.enabled",
          false);

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.propertySources(PropertySource.of("security defaults", DEFAULTS, BELOW_EVERYTHING));
  }
}
