package dev.switchboard.channel.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Serves the API's own description, which the compiler writes from the controllers. */
@Controller("/api/v1/openapi.yml")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@OpenAPIDefinition(
    info =
        @Info(
            title = "Switchboard",
            version = "1",
            description =
                "A customer-support assistant that answers from the team's own articles. "
                    + "Errors are application/problem+json (RFC 9457).",
            license = @License(name = "Apache-2.0")))
final class ApiDocument {

  @Get
  @Produces("application/yaml")
  byte[] document() {
    try (var file = ApiDocument.class.getResourceAsStream("/META-INF/swagger/switchboard-1.yml")) {
      if (file == null) {
        throw new IllegalStateException("the API's document is missing from this build");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
