package dev.switchboard.channel.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Tells a page who uses it. */
@Controller("/desk/api/me")
@Hidden
@Secured(SecurityRule.IS_AUTHENTICATED)
final class MeController {

  @Get
  HttpResponse<Me> me(Authentication caller) {
    return HttpResponse.ok(Me.of(caller)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
