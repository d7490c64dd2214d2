package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page that connects anew whenever the server has gone, and asks again. For one thread. */
final class PatientPage implements AutoCloseable {
  private final Crowd crowd;
  private @Nullable Page page;

  PatientPage(Crowd crowd) {
    this.crowd = crowd;
  }

  /** Something asked of the server. */
  @FunctionalInterface
  interface Call<T> {
    /** The answer, empty when it has to be asked again. */
    Optional<T> on(Page page) throws IOException;
  }

  /** Asks until there is an answer; empty only when everybody leaves. */
  <T> Optional<T> ask(Call<T> call) {
    while (!crowd.isOver()) {
      try {
        var answer = call.on(connected());
        if (answer.isPresent()) {
          return answer;
        }
      } catch (IOException cutOff) {
        close();
      }
      Pause.brief();
    }
    return Optional.empty();
  }

  private Page connected() throws IOException {
    var open = page;
    if (open == null) {
      open = new Page(crowd.server());
      page = open;
    }
    return open;
  }

  @Override
  public void close() {
    try {
      if (page != null) {
        page.close();
      }
    } catch (IOException gone) {
      // It is closed all the same.
    }
    page = null;
  }
}
