package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ReplayCommandTest {
  @TempDir private Path folder;

  private final Shell shell = new Shell();

  private int replay(String... more) {
    var all = new String[more.length + 3];
    all[0] = "replay";
    all[1] = "--data";
    all[2] = folder.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return shell.run(all);
  }

  private void ask(String words) {
    var settings = new HashMap<String, Object>();
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    settings.put(Application.DATA, folder.toString());
    try (var server = RunningServer.start(settings, line -> {})) {
      assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
      var id =
          server.part(Inbox.class).accept(new Incoming("web", "ann", "m1", words)).conversationId();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              server.part(Conversations.class).transcript(id).stream()
                  .anyMatch(turn -> turn.author() == Author.BOT));
    }
  }

  @Test
  void routesAnewWhatWasAsked() {
    ask("How long does delivery take?");

    assertThat(replay("--policy", "standard")).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains(
            "Questions of the last 7d: 1", "knowledge", "0 questions (0.0 %) begin elsewhere");
    assertThat(replay("--policy", "thrifty")).isEqualTo(1);
    assertThat(shell.err()).contains("there is no policy thrifty; there are: standard");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(replay("--policy", "standard")).isEqualTo(1);
    assertThat(shell.err()).contains("nothing was asked yet");
    assertThat(replay("--policy", "standard", "--since", "soon")).isEqualTo(2);
    assertThat(shell.err()).contains("--since is like 7d");
    assertThat(replay()).isEqualTo(2);
  }
}
