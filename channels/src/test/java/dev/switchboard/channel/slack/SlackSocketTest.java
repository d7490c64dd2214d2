package dev.switchboard.channel.slack;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** The desk in Slack, which tells what happens over a connection of ours. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackSocketTest.DATABASE)
@Timeout(120)
class SlackSocketTest extends SlackDeskContract {
  static final String DATABASE =
      "jdbc:h2:mem:slack-socket;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Override
  public Map<String, String> getProperties() {
    var properties = super.getProperties();
    properties.remove("switchboard.slack.signing-secret");
    properties.put("switchboard.slack.app-token", slack.appToken());
    return properties;
  }

  @Override
  void connect() {
    await().atMost(Duration.ofSeconds(20)).until(slack::isConnected);
  }
}
