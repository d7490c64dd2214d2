package dev.switchboard.channel.web.widget;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Servers for a shop that vouches for its customers, and what its pages do. */
final class VouchingShop {
  static final Map<String, Object> SHARED =
      Map.of(
          "switchboard.widget.identity.audience", ShopTokens.AUDIENCE,
          "switchboard.widget.identity.secret", ShopTokens.SECRET);

  private VouchingShop() {}

  static EmbeddedServer server(String mode, Map<String, Object> settings) {
    var all = new HashMap<String, Object>(settings);
    all.put("switchboard.widget.identity.mode", mode);
    var database = DoorTest.DATABASE.replace("door", "identity-" + mode + settings.hashCode());
    all.put("datasources.default.url", database);
    all.put("switchboard.widget.requests-per-minute", 100_000);
    return ApplicationContext.run(EmbeddedServer.class, all);
  }

  static Page page(EmbeddedServer server) {
    return new Page(server.getURI(), server.getApplicationContext().getBean(JsonMapper.class));
  }

  /** Opens the page as a browser does that has these; empty for what it has not. */
  static HttpResponse<String> visit(Page page, String resume, String jwt) {
    page.token = "";
    var resumed = resume.isEmpty() ? "null" : "\"" + resume + "\"";
    var vouched = jwt.isEmpty() ? "null" : "\"" + jwt + "\"";
    var opened = page.post("sessions", "{\"resume\":%s,\"jwt\":%s}".formatted(resumed, vouched));
    page.token =
        opened.statusCode() == 201
            ? page.tree(opened).get("session_token").getStringValue()
            : resume;
    return opened;
  }

  static String say(Page page, String key) {
    return page.say("new", key, "hello").get("conversation_id").getStringValue();
  }

  static int read(Page page, String conversation) {
    return page.get("conversations/" + conversation + "/messages").statusCode();
  }
}
