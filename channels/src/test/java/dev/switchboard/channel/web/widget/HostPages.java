package dev.switchboard.channel.web.widget;

/** Pages of other people; {@code %s} is the address of the server whose chat they show. */
final class HostPages {
  /** As the welcome page says, with the chat open. */
  static final String OPEN =
      """
      <!doctype html><html lang="en"><head><title>A shop</title><link rel="icon" href="data:,">
      <script>
        window.switchboard ??= (...args) => (switchboard.q ??= []).push(args);
        switchboard('boot');
        switchboard('show');
      </script>
      <script async src="%s/widget/v1.js"></script>
      </head><body><main><h1>A shop</h1><a href="#x">A link</a></main></body></html>
      """;

  private HostPages() {}
}
