package dev.switchboard.bot.store;

import java.nio.file.Path;

/** Tries to open the data folder and prints in one line how that went. */
final class OtherProcess {
  private OtherProcess() {}

  public static void main(String[] arguments) {
    try (var ledger = Ledger.in(Path.of(arguments[0]))) {
      System.out.println("opened");
    } catch (RuntimeException fault) {
      System.out.println(StoreRefused.behind(fault).map(Throwable::getMessage).orElse("fault"));
    }
  }
}
