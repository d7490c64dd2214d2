package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.MappedEntity;

/** A row of customer; the columns are explained in the migration. */
@MappedEntity("customer")
record CustomerRow(
    String channel,
    String address,
    String subject,
    String name,
    String email,
    String answerTo,
    long notedAt) {

  Customer customer() {
    return new Customer(subject, name, email, answerTo);
  }
}
