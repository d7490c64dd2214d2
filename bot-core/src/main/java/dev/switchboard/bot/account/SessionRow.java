package dev.switchboard.bot.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of the table account_session; the columns are explained in the migration. */
@MappedEntity("account_session")
@Introspected
record SessionRow(
    @Id String tokenHash,
    String accountId,
    long openedAt,
    long seenAt,
    String place,
    String browser) {

  Session session(Account account) {
    return new Session(
        tokenHash,
        account,
        new Device(place, browser),
        Instant.ofEpochMilli(openedAt),
        Instant.ofEpochMilli(seenAt));
  }
}
