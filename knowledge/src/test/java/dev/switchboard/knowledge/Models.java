package dev.switchboard.knowledge;

import dev.switchboard.knowledge.embedding.PairedModel;

/** The real embedding models, loaded once for all tests, as that takes a second. */
public final class Models {

  public static final PairedModel SHIPPED = PairedModel.shipped();

  private Models() {}
}
