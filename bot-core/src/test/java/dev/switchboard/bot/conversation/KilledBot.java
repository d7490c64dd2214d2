package dev.switchboard.bot.conversation;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A bot at work whose customers write as fast as it takes their messages in, until it is killed. It
 * prints the id of each message that was acknowledged.
 */
final class KilledBot {
  private static final int CUSTOMERS = 8;

  private KilledBot() {}

  public static void main(String[] arguments) {
    var store = new Store(Map.of("switchboard.data", arguments[0]), new SecureRandom());
    store.bean(Shift.class).start();
    var run = ProcessHandle.current().pid();
    var pool = Executors.newFixedThreadPool(CUSTOMERS);
    IntStream.range(0, CUSTOMERS)
        .forEach(customer -> pool.execute(() -> writeForever(store, run + "-" + customer)));
  }

  private static void writeForever(Store store, String customer) {
    for (long number = 0; ; number++) {
      var id = customer + "-" + number;
      // Three messages a conversation, and every one is handed in twice.
      var address = customer + "-" + number / 3;
      var text = number % 5 == 0 ? "Do you sell skis?" : "How long does delivery take?";
      store.inbox.accept(new Incoming("web", address, id, text));
      System.out.println(id);
      store.inbox.accept(new Incoming("web", address, id, text));
    }
  }
}
