package dev.switchboard.bot.model;

import dev.switchboard.bot.store.DurableCommit;

/**
 * A part of a day's budget that this process may spend; more of it is leased in the database when
 * it is used up. To be called by one thread at a time.
 */
final class Lease {
  // So large that the database is rarely asked, so small that little is lost by a crash.
  private static final long PARTS_OF_A_DAY = 200;

  private final DurableCommit commit;
  private final BudgetTable table;
  private final String name;
  private final long most;
  private long leased;
  private long spent;
  private long leasedByAll;

  /**
   * Of which nothing is leased yet.
   *
   * @param name of the budget on its day
   * @param most that may be spent of it, in micro-dollars
   * @param before what was spent of it before anybody leased it
   */
  Lease(DurableCommit commit, BudgetTable table, String name, long most, long before) {
    this.commit = commit;
    this.table = table;
    this.name = name;
    this.most = most;
    leasedByAll =
        commit.write(() -> {
          table.begin(name, before);
          return table.leased(name).orElse(0L);
        });
  }

  /** Puts so much aside; says whether there is so much left. */
  boolean reserve(long micros) {
    if (spent + micros > leased && !leases(spent + micros - leased)) {
      return false;
    }
    spent += micros;
    return true;
  }

  private boolean leases(long micros) {
    long part = Math.max(micros, most / PARTS_OF_A_DAY);
    return leased(part) || part > micros && leased(micros);
  }

  private boolean leased(long micros) {
    boolean done =
        commit.write(() -> {
          boolean more = table.lease(name, micros, most) == 1;
          leasedByAll = table.leased(name).orElse(0L);
          return more;
        });
    leased += done ? micros : 0;
    return done;
  }

  /** Takes what was put aside as spent, or as not needed. */
  void settle(long reserved, long micros) {
    spent += micros - reserved;
  }

  /** What others have put aside changes without a word. */
  void look() {
    leasedByAll = commit.read(() -> table.leased(name)).orElse(0L);
  }

  /** The share that is spent or put aside, 0 to 1, as far as is known here. */
  double share() {
    return most == 0 ? 1 : Math.clamp((double) (leasedByAll - leased + spent) / most, 0, 1);
  }

  /** Leaves to others what was not spent. */
  void giveBack() {
    if (leased > spent) {
      commit.run(() -> table.giveBack(name, leased - spent));
      leased = spent;
    }
  }
}
