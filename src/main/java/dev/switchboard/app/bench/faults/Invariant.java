package dev.switchboard.app.bench.faults;

/**
 * Something that has to hold between the tables.
 *
 * @param kind of what is wrong where it does not
 * @param broken a query that counts where it does not
 */
record Invariant(Kind kind, String broken) {
  /** What is wrong. */
  enum Kind {
    /** A transaction of which only a part is there. */
    TORN,
    /** Something that is there twice, or that an index does not find. */
    DOUBLED,
    /** Numbers with gaps, or a reply where it does not belong. */
    DISORDERED,
    /** A question that nobody will see to. */
    FORGOTTEN
  }
}
