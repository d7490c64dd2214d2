package dev.switchboard.bot.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table account; the columns are explained in the migration. */
@MappedEntity("account")
@Introspected
record AccountRow(
    @Id String id,
    String email,
    String name,
    String nameKey,
    String role,
    boolean active,
    String passwordHash,
    long createdAt) {

  Account account() {
    return new Account(id, email, name, Role.valueOf(role), active);
  }
}
