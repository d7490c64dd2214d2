package dev.switchboard.bot.store;

import java.util.function.Supplier;

/**
 * The only way to change the database.
 *
 * <p>The work may use every repository. It must be short and must not call models, networks or wait
 * for other threads: on H2 all other writers wait meanwhile.
 */
public interface DurableCommit {

  /**
   * Does the work in one transaction and returns when what it wrote survives a crash.
   *
   * <p>Called inside other writing work it joins in: everything commits, or nothing, when the
   * outermost ends. A fault thrown by the work rolls everything back and comes out unchanged.
   *
   * @throws StoreUnavailable when the database is gone, busy or full; whether the change was made
   *     is then unknown, so try again only what may be done twice
   * @throws IllegalStateException when called inside a transaction that was not begun here, the
   *     promise could not be kept
   */
  <T> T write(Supplier<T> work);

  /** Does what {@link #write} does for work without a result. */
  default void run(Runnable work) {
    write(() -> {
      work.run();
      return true;
    });
  }

  /**
   * Does the work in one transaction that changes nothing, without waiting for writers.
   *
   * @throws StoreUnavailable when the database is gone or busy
   */
  <T> T read(Supplier<T> work);
}
