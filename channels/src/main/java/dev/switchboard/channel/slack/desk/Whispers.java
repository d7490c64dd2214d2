package dev.switchboard.channel.slack.desk;

import com.google.gson.Gson;
import dev.switchboard.channel.slack.post.Posts;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells single people something that nobody else sees. */
@Singleton
final class Whispers {
  private static final Gson GSON = new Gson();

  private final Posts posts;

  Whispers(Posts posts) {
    this.posts = posts;
  }

  /**
   * Who is told, and where.
   *
   * @param threadTs the thread, empty for the channel itself
   */
  record To(String teamId, String channelId, String threadTs, String userId) {}

  /** A button under it. */
  record Button(String act, String ref) {}

  /** What is told. */
  record Whisper(String userId, String threadTs, String text, List<Button> buttons) {}

  /**
   * Tells it.
   *
   * @param key the same for the same thing
   * @param text in Slack's markup
   */
  void tell(String key, To to, String text, List<Button> buttons) {
    var whisper = new Whisper(to.userId(), to.threadTs(), text, buttons);
    posts.add(
        new Posts.Draft(
            "whisper/" + key,
            to.teamId(),
            to.channelId(),
            "whisper/" + to.userId(),
            WhisperWriter.KIND,
            GSON.toJson(whisper)));
  }

  static Whisper read(String payload) {
    return GSON.fromJson(payload, Whisper.class);
  }
}
