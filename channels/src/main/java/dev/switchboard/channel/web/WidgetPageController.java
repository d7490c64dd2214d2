package dev.switchboard.channel.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;

/**
 * Serves the widget: the loader that other sites include, the frame it opens, and the frame's
 * files.
 */
@Controller("/widget")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class WidgetPageController {

  private static final String FIVE_MINUTES = "public, max-age=300";
  private static final String ASK_FIRST = "no-cache";

  private static final List<String> STYLES =
      List.of(
          "tokens.css",
          "base.css",
          "composer.css",
          "blocks.css",
          "sources.css",
          "widget/frame.css",
          "widget/transcript.css",
          "widget/cards.css",
          "widget/attachments.css");

  private final Assets assets;
  private final Assets.Asset style = Assets.together("frame.css", STYLES);
  private final String policy;

  WidgetPageController(Assets assets, FrameAncestors ancestors) {
    this.assets = assets;
    this.policy = policy(ancestors.sources());
  }

  @Get("/v1.js")
  @Produces(MediaType.ALL)
  HttpResponse<?> loader(HttpRequest<?> request) {
    return SentFile.answer(assets.findInWidget("loader.js"), request, FIVE_MINUTES)
        .header(SecurityHeaders.SHARED_WITH, "cross-origin");
  }

  @Get("/frame")
  @Produces(MediaType.ALL)
  HttpResponse<?> frame(HttpRequest<?> request) {
    return SentFile.answer(assets.findInWidget("frame.html"), request, ASK_FIRST)
        .header(SecurityHeaders.POLICY_HEADER, policy)
        .header(SecurityHeaders.PERMISSIONS, SecurityHeaders.FOR_THE_CHAT)
        .header(SecurityHeaders.SHARED_WITH, "cross-origin");
  }

  @Get("/frame.css")
  @Produces(MediaType.ALL)
  HttpResponse<?> style(HttpRequest<?> request) {
    return SentFile.answer(Optional.of(style), request, ASK_FIRST);
  }

  @Get("/assets/{name}")
  @Produces(MediaType.ALL)
  HttpResponse<?> file(String name, HttpRequest<?> request) {
    return SentFile.answer(assets.findInWidget(name), request, ASK_FIRST);
  }

  private static String policy(String ancestors) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors " + ancestors,
        "require-trusted-types-for 'script'",
        "trusted-types 'none'");
  }
}
