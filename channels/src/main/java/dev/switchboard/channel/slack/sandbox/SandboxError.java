package dev.switchboard.channel.slack.sandbox;

/** A call is refused, by Slack's own name of the reason. */
final class SandboxError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String detail;

  SandboxError(String name) {
    this(name, "");
  }

  SandboxError(String name, String detail) {
    super(name, null, false, false);
    this.detail = detail;
  }

  String name() {
    return String.valueOf(getMessage());
  }

  String detail() {
    return detail;
  }
}
