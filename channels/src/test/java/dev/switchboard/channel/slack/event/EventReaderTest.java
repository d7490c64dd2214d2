package dev.switchboard.channel.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channel.slack.api.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the events Slack sends mean something. */
class EventReaderTest {
  private static final Workspace US =
      new Workspace("T0SUPPORT1", "", "B0SUPPBOT1", "U0SUPPBOT1", "xoxb-none-of-this-is-real");

  private static Happened happened(String file, Workspace us) {
    try (var sample =
        Objects.requireNonNull(
            EventReaderTest.class.getResourceAsStream("/slack/events/" + file + ".json"))) {
      return EventReader.read(new String(sample.readAllBytes(), StandardCharsets.UTF_8), us);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "message_agent_thread_reply, Wrote",
    "message_agent_thread_note, Wrote",
    "message_customer_dm, Wrote",
    "message_customer_dm_thread, Wrote",
    "message_ext_shared_channel, Wrote",
    "message_file_share_agent, Wrote",
    "message_file_share_customer_voice, Wrote",
    "message_thread_broadcast, Wrote",
    "message_channel_same_as_app_mention, Wrote",
    "message_assistant_user, Wrote",
    "app_mention_channel, Wrote",
    "message_changed_by_agent, Edited",
    "message_deleted_by_agent, Deleted",
    "reaction_added_claim, Reacted",
    "reaction_added_resolve, Reacted",
    "app_home_opened, HomeOpened",
    "app_uninstalled, Removed",
    "tokens_revoked, Removed",
    "channel_archive, ChannelGone",
    "message_from_own_bot, Nothing",
    "message_bot_message_other, Nothing",
    "message_changed_unfurl_only, Nothing",
    "message_changed_own_bot_chat_update, Nothing",
    "member_joined_channel_bot, Nothing",
    "member_left_channel_bot, Nothing",
    "file_shared, Nothing",
    "assistant_thread_started, Nothing",
    "app_rate_limited, Nothing"
  })
  void tellsPeoplesDeedsFromTheAppsOwnEcho(String file, String kind) {
    assertThat(happened(file, US).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void takesNothingFromAnotherWorkspace() {
    var others = new Workspace("T0OTHER", "", "B1", "U1", "xoxb-none-of-this-is-real");

    assertThat(happened("message_customer_dm", others)).isInstanceOf(Happened.Nothing.class);
    assertThat(happened("app_uninstalled", others)).isInstanceOf(Happened.Nothing.class);
  }

  @Test
  void knowsTheSameMessageInTwoEvents() {
    var mention = (Happened.Wrote) happened("app_mention_channel", US);
    var message = (Happened.Wrote) happened("message_channel_same_as_app_mention", US);

    assertThat(mention.mentioned()).isTrue();
    assertThat(message.mentioned()).isTrue();
    assertThat(mention.ts()).isEqualTo(message.ts());
    assertThat(mention.channelId()).isEqualTo(message.channelId());
  }

  @Test
  void knowsWhoBelongsToAnotherWorkspace() {
    assertThat(((Happened.Wrote) happened("message_ext_shared_channel", US)).foreign()).isTrue();
    assertThat(((Happened.Wrote) happened("message_customer_dm", US)).foreign()).isFalse();
  }

  @Test
  void knowsTheMessageThatWasChangedNotTheNoticeOfIt() {
    var now = ((Happened.Edited) happened("message_changed_by_agent", US)).now();

    assertThat(now.ts()).isEqualTo("1763650100.000500");
    assertThat(now.rootTs()).isEqualTo("1763650000.000100");
    assertThat(now.text()).contains("(edited)");
  }
}
