package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.faults.Invariant.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to hold in a database of conversations, whatever has happened to its servers. */
final class Invariants {
  // An expression is in no index, so these look at every row.
  private static final String TWICE =
      """
      select count(*) from (
        select channel || '/' || external_id from turn where external_id is not null
        group by channel || '/' || external_id having count(*) > 1) doubled
      """;

  private static final String NUMBERED_TWICE =
      """
      select count(*) from (
        select conversation_id || '/' || seq from turn
        group by conversation_id || '/' || seq having count(*) > 1) doubled
      """;

  private static final String SHOWN_TWICE =
      """
      select count(*) from (
        select conversation_id || '/' || shown_seq from turn where shown_seq is not null
        group by conversation_id || '/' || shown_seq having count(*) > 1) doubled
      """;

  private static final String REPLIED_TWICE =
      """
      select count(*) from (
        select conversation_id || '/' || reply_to from turn where reply_to is not null
        group by conversation_id || '/' || reply_to having count(*) > 1) doubled
      """;

  private static final String NOT_IN_THE_INDEX =
      """
      select count(*) from turn t where t.external_id is not null and 1 <>
        (select count(*) from turn u where u.channel = t.channel and u.external_id = t.external_id)
      """;

  private static final String GAPS =
      """
      select count(*) from conversation c where
        (select count(*) from turn t where t.conversation_id = c.id) <> c.next_seq - 1
        or (select max(t.seq) from turn t where t.conversation_id = c.id) <> c.next_seq - 1
        or (select count(t.shown_seq) from turn t where t.conversation_id = c.id)
          <> c.next_shown - 1
        or (select max(t.shown_seq) from turn t where t.conversation_id = c.id)
          <> c.next_shown - 1
      """;

  private static final String REPLY_TO_NOTHING =
      """
      select count(*) from turn reply
      left join turn asked
        on asked.conversation_id = reply.conversation_id and asked.seq = reply.reply_to
      where reply.reply_to is not null
        and (asked.author is null or asked.author <> 'CUSTOMER' or asked.seq > reply.seq)
      """;

  private static final String REPLIES_OUT_OF_ORDER =
      """
      select count(*) from turn earlier
      join turn later on later.conversation_id = earlier.conversation_id
        and later.seq > earlier.seq and later.reply_to < earlier.reply_to
      """;

  private static final String SPEAKS_THOUGH_QUEUED =
      """
      select count(*) from turn t
      join conversation c on c.id = t.conversation_id
      where c.custody = 'QUEUED' and t.author = 'BOT' and t.written_at > c.custody_since
      """;

  private static final String REPLY_WITHOUT_OUTBOX =
      """
      select count(*) from turn t
      left join outbox o on o.conversation_id = t.conversation_id and o.seq = t.seq
      where (t.author = 'BOT') = (o.seq is null)
      """;

  private static final String MESSAGE_WITHOUT_ID =
      """
      select count(*) from turn
      where author = 'CUSTOMER' and (channel is null or external_id is null or shown_seq is null)
      """;

  private static final String WITHOUT_ADDRESS =
      """
      select count(*) from conversation c
      left join channel_address a on a.conversation_id = c.id
        and a.channel = c.channel and a.address = c.address
      where a.address is null or c.next_seq = 1
      """;

  private static final String CUSTODY_WITHOUT_EVENT =
      """
      select count(*) from conversation c where c.custody_version <>
        (select count(*) from custody_event e where e.conversation_id = c.id)
      """;

  private static final String ASKED_BUT_NOT_THERE =
      """
      select count(*) from conversation c where c.asked_seq <>
        (select max(t.seq) from turn t where t.conversation_id = c.id and t.author = 'CUSTOMER')
      """;

  private static final String NOT_DUE =
      """
      select count(*) from conversation
      where custody in ('BOT', 'RETURNED') and (asked_seq > handled_seq) = (work_due_at is null)
      """;

  private static final String NOT_DELIVERED =
      """
      select count(*) from outbox where state not in ('PENDING', 'DELIVERED')
      """;

  private static final List<Invariant> ALL =
      List.of(
          new Invariant(Kind.DOUBLED, TWICE),
          new Invariant(Kind.DOUBLED, NUMBERED_TWICE),
          new Invariant(Kind.DOUBLED, SHOWN_TWICE),
          new Invariant(Kind.DOUBLED, REPLIED_TWICE),
          new Invariant(Kind.DOUBLED, NOT_IN_THE_INDEX),
          new Invariant(Kind.DISORDERED, GAPS),
          new Invariant(Kind.DISORDERED, REPLY_TO_NOTHING),
          new Invariant(Kind.DISORDERED, REPLIES_OUT_OF_ORDER),
          new Invariant(Kind.DISORDERED, SPEAKS_THOUGH_QUEUED),
          new Invariant(Kind.TORN, REPLY_WITHOUT_OUTBOX),
          new Invariant(Kind.TORN, MESSAGE_WITHOUT_ID),
          new Invariant(Kind.TORN, WITHOUT_ADDRESS),
          new Invariant(Kind.TORN, CUSTODY_WITHOUT_EVENT),
          new Invariant(Kind.TORN, ASKED_BUT_NOT_THERE),
          new Invariant(Kind.FORGOTTEN, NOT_DUE),
          new Invariant(Kind.FORGOTTEN, NOT_DELIVERED));

  private Invariants() {}

  /** How often each kind is broken, every kind named. */
  static Map<Kind, Long> broken(Connection database) throws SQLException {
    var broken = new EnumMap<Kind, Long>(Kind.class);
    for (var kind : Kind.values()) {
      broken.put(kind, 0L);
    }
    for (var invariant : ALL) {
      broken.merge(invariant.kind(), count(database, invariant.broken()), Long::sum);
    }
    return broken;
  }

  private static long count(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** How many acknowledged messages are not stored as they were acknowledged. */
  static long lost(Connection database, List<Acknowledged> acknowledged) throws SQLException {
    var stored = new HashMap<String, String>();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                """
                select external_id, conversation_id, shown_seq, body from turn
                where author = 'CUSTOMER'
                """)) {
      while (rows.next()) {
        var id = rows.getString(1);
        stored.put(
            id.substring(id.indexOf('/') + 1),
            rows.getString(2) + "/" + rows.getLong(3) + "/" + rows.getString(4));
      }
    }
    return acknowledged.stream()
        .filter(message ->
            !(message.conversation() + "/" + message.seq() + "/" + message.text())
                .equals(stored.get(message.clientId())))
        .count();
  }
}
