package dev.switchboard.knowledge.embedding;

/**
 * Keeps the tokenizer's library off the network: left alone it reports each start to its makers and
 * asks the cloud's metadata service where it runs.
 */
public final class Offline {

  private Offline() {}

  /** To be called before the library is first touched; what an operator has set stays. */
  public static void insist() {
    setUnlessGiven("OPT_OUT_TRACKING");
    setUnlessGiven("ai.djl.offline");
  }

  private static void setUnlessGiven(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, "true");
    }
  }
}
