package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Priority;
import dev.switchboard.bot.Routing.Route;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table case_route. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RouteTable extends GenericRepository<RouteTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("case_route")
  record Row(
      @Id String conversationId,
      String team,
      int urgency,
      @Nullable Long dueAt,
      @Nullable Long repliedAt) {

    // What has been done is due no more.
    Route route() {
      var due = repliedAt == null ? Optional.ofNullable(dueAt) : Optional.<Long>empty();
      return new Route(team, Priority.values()[urgency], due.map(Instant::ofEpochMilli));
    }
  }

  @Query("select * from case_route where conversation_id = :id")
  Optional<Row> of(String id);

  @Query("delete from case_route where conversation_id = :id")
  void forget(String id);

  @Query(
      """
      insert into case_route (conversation_id, team, urgency, due_at)
      values (:id, :team, :urgency, :dueAt)
      """)
  void add(String id, String team, int urgency, @Nullable Long dueAt);

  @Query(
      """
      update case_route set replied_at = :now where conversation_id = :id and replied_at is null
      """)
  void replied(String id, long now);
}
