package dev.switchboard.knowledge.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lucene's merging in the background, where a fault is a line in the log and not a stack trace. */
final class QuietMerges extends ConcurrentMergeScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(QuietMerges.class);

  // The writer is closed by now, which its next user notices.
  @Override
  protected void handleMergeException(Throwable fault) {
    LOG.warn("Segments of the index could not be merged: {}", String.valueOf(fault.getMessage()));
    LOG.debug("The fault", fault);
  }
}
