package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Opens no address at all. */
final class NoNetwork extends URLStreamHandler {

  @Override
  protected URLConnection openConnection(URL url) throws IOException {
    throw new IOException("no network here");
  }
}
