package dev.switchboard.bot.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of the table account_link; the columns are explained in the migration. */
@MappedEntity("account_link")
@Introspected
record LinkRow(
    @Id String tokenHash,
    String purpose,
    @Nullable String email,
    @Nullable String role,
    @Nullable String accountId,
    long expiresAt) {
  static final String SETUP = "SETUP";
  static final String INVITATION = "INVITATION";
  static final String RESET = "RESET";
}
