package dev.switchboard.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class HeadersTest {
  @Inject Site site;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/ask",
        "/assets/app.js",
        "/assets/nothing.js",
        "/api/v1/examples",
        "/api/v1/openapi.yml",
        "/api/v1/ask",
        "/nowhere"
      })
  void areOnEveryResponse(String path) {
    var response = site.get(path);

    assertThat(header(response, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(response.headers().firstValue("Server")).isEmpty();
    assertThat(response.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html; charset=utf-8",
    "/ask,text/html; charset=utf-8",
    "/widget/frame.css,text/css; charset=utf-8",
    "/assets/app.js,text/javascript; charset=utf-8",
    "/assets/page.css,text/css; charset=utf-8",
    "/assets/logo.svg,image/svg+xml",
    "/api/v1/openapi.yml,application/yaml",
    "/api/v1/examples,application/json"
  })
  void nameTheContentType(String path, String type) {
    assertThat(header(site.get(path), "Content-Type")).isEqualTo(type);
  }

  @Test
  void letABrowserKeepAFileAsLongAsItIsTheSame() {
    var first = site.get("/assets/app.js");
    var tag = header(first, "ETag");

    var again = site.send(site.to("/assets/app.js").header("If-None-Match", tag));
    var changed = site.send(site.to("/assets/app.js").header("If-None-Match", "W/\"old\""));

    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void packWhatABrowserCanUnpack() {
    var plain = site.get("/assets/app.js");
    var packed = site.send(site.to("/assets/app.js").header("Accept-Encoding", "br, gzip"));
    var refused = site.send(site.to("/assets/app.js").header("Accept-Encoding", "gzip;q=0"));

    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(refused.body()).isEqualTo(plain.body());
  }

  @Test
  void leaveCommentsToThoseWhoReadTheSource() {
    assertThat(site.get("/assets/app.js").body())
        .doesNotContain("// Puts the page together.")
        .contains("new ReceiptView(");
  }

  @Test
  void letOnlyTheChatUseAMicrophone() {
    assertThat(header(site.get("/"), "Permissions-Policy")).contains("microphone=(self)");
    assertThat(header(site.get("/widget/frame"), "Permissions-Policy"))
        .contains("microphone=(self)", "display-capture=(self)", "camera=()");
    assertThat(header(site.get("/ask"), "Permissions-Policy")).contains("microphone=()");
  }

  @Test
  void describeTheApi() {
    assertThat(site.get("/api/v1/openapi.yml").body())
        .contains("/api/v1/ask:", "operationId: ask", "decision", "application/problem+json")
        .doesNotContain("/assets");
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
