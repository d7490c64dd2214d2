package dev.switchboard.channel.slack.text;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a button is about, as it travels through Slack.
 *
 * @param v the version of this format
 * @param c the conversation
 * @param r how often its custody had changed when the button was made
 * @param x more of it: a person, a message; empty for nothing
 */
public record Ref(int v, String c, long r, String x) {
  static final int LONGEST = 2_000;

  private static final int VERSION = 1;
  private static final Gson GSON = new Gson();

  /** What a button about the conversation carries. */
  public static Ref of(String conversation, long revision) {
    return new Ref(VERSION, conversation, revision, "");
  }

  /** What a button about the conversation carries. */
  public static Ref of(String conversation, String more) {
    return new Ref(VERSION, conversation, 0, more);
  }

  /** As the value of a button. */
  public String json() {
    return GSON.toJson(this);
  }

  /** What stands in the value, empty for what nobody here has written. */
  public static Optional<Ref> read(@Nullable String value) {
    try {
      return Optional.ofNullable(value)
          .filter(text -> text.length() <= LONGEST)
          .map(text -> GSON.fromJson(text, Ref.class))
          .filter(ref -> ref.v == VERSION && ref.c != null)
          .map(ref -> new Ref(ref.v, ref.c, ref.r, ref.x == null ? "" : ref.x));
    } catch (JsonParseException broken) {
      return Optional.empty();
    }
  }
}
