package dev.switchboard.bot.tool;

import dev.langchain4j.invocation.InvocationParameters;

/**
 * For whom a tool works, as the session says it.
 *
 * @param conversationId the conversation, empty when there is none
 * @param channel through which they write, empty when through none
 * @param subject their id at the team's own site; empty when nobody vouches for them
 * @param email their e-mail address, if the site vouches for it, else empty
 */
public record Caller(String conversationId, String channel, String subject, String email) {
  /** Nobody. */
  public static final Caller NOBODY = new Caller("", "", "", "");

  private static final String KEY = "caller";

  /** Whether the team's own site vouches for them. */
  public boolean isKnown() {
    return !subject.isEmpty();
  }

  /** For whom a method is called that is a tool. */
  public static Caller of(InvocationParameters given) {
    return given.getOrDefault(KEY, NOBODY);
  }

  InvocationParameters parameters() {
    return InvocationParameters.from(KEY, this);
  }
}
