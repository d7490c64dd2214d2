package dev.switchboard.app.bench;

/** What can be measured by itself. */
public enum Section {
  /** Time and CPU of an answer, by stage and over HTTP, and how many there can be in a second. */
  ANSWER,
  /** The CPU of an embedding beside the library's default session. */
  EMBEDDING,
  /** Indexing, memory, and how soon a change is found. */
  INDEX,
  /** Whether the joined ranking is as good as the best of its parts. */
  FUSION,
  /** From the start of the process to the first answer. */
  START,
  /** What the same answer costs without a framework, and with the nearest library. */
  FLOORS,
  /** What the gateway to models adds to a call, with all endpoints alive and with one dead. */
  MODELS,
  /** Kills under load: whether what was acknowledged is there, once and in order. */
  FAULTS,
  /** Rates, times and memory of many visitors at once. */
  LOAD;

  /** Whether it takes long, and is measured only where it is named. */
  public boolean isLong() {
    return this == FAULTS || this == LOAD;
  }
}
