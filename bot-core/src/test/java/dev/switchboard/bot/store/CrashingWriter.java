package dev.switchboard.bot.store;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Writes with eight threads until it is killed, printing each number that was acknowledged. */
final class CrashingWriter {
  private CrashingWriter() {}

  public static void main(String[] arguments) {
    var ledger = Ledger.withoutMigrationsIn(Path.of(arguments[0]));
    var next = new AtomicLong(ledger.left().stream().mapToLong(Long::longValue).max().orElse(0));
    var pool = Executors.newFixedThreadPool(8);
    IntStream.range(0, 8).forEach(writer -> pool.execute(() -> writeForever(ledger, next)));
  }

  private static void writeForever(Ledger ledger, AtomicLong next) {
    while (true) {
      long number = next.incrementAndGet();
      ledger.enter(number);
      System.out.println(number);
    }
  }
}
