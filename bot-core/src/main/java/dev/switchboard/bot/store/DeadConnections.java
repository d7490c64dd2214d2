package dev.switchboard.bot.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Tells the pool which faults of H2 mean that a connection is dead.
 *
 * <p>H2 closes the database when the disk is full, for instance. The pool knows the standard's
 * states only, and would go on handing out connections to the closed database.
 */
public final class DeadConnections implements SQLExceptionOverride {
  private static final Set<Integer> CLOSED =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.CONNECTION_BROKEN_1);

  @java.lang.Override
  public Override adjudicate(SQLException fault) {
    Faults.seen(fault);
    return CLOSED.contains(fault.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
