package dev.switchboard.channel.slack;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Timeout;

/** The desk in Slack, which tells what happens by HTTP. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackHttpTest.DATABASE)
@Timeout(120)
class SlackHttpTest extends SlackDeskContract {
  static final String DATABASE =
      "jdbc:h2:mem:slack-http;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Override
  void connect() {
    slack.sendEventsTo(server.getURI().resolve("/slack/events"));
  }
}
