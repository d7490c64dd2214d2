package dev.switchboard.escalation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.triage.Phrases;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells customers what becomes of what the bot cannot settle.
 *
 * <p>Where nobody is notified the text promises no call and no reply: it says what the bot cannot
 * do and names the ways to the team that are configured. Where the conversation waits for a person
 * it says so, and for how long it promises nothing.
 */
@Singleton
public final class ContactEscalation implements Escalation {

  private final Phrases<Notice> phrases =
      new Phrases<>(Notice.class, "dev.switchboard.escalation.notices");

  private final Contact contact;

  /** Names the ways to the team that {@code contact} holds. */
  public ContactEscalation(Contact contact) {
    this.contact = contact;
  }

  @Override
  public String notice(Decision.Cause cause, Locale language) {
    var opening = sorry(cause, language) + phrases.of(opening(cause), language);
    return contact.reachable()
        ? opening + " " + phrases.of(Notice.REACH_US, language) + "\n\n" + ways(language)
        : opening + " " + phrases.of(Notice.NO_CONTACT, language);
  }

  @Override
  public String handedOver(Decision.Cause cause, Locale language) {
    var opening = sorry(cause, language) + phrases.of(handedOver(cause), language);
    return contact.reachable()
        ? opening + " " + phrases.of(Notice.REACH_US, language) + "\n\n" + ways(language)
        : opening;
  }

  private String sorry(Decision.Cause cause, Locale language) {
    return cause == Decision.Cause.ANNOYED ? phrases.of(Notice.SORRY, language) + " " : "";
  }

  private static Notice handedOver(Decision.Cause cause) {
    return switch (cause) {
      case NOT_COVERED -> Notice.HANDED_OVER_NOT_COVERED;
      case WANTS_PERSON, ANNOYED -> Notice.HANDED_OVER_WANTS_PERSON;
    };
  }

  private static Notice opening(Decision.Cause cause) {
    return switch (cause) {
      case NOT_COVERED -> Notice.NOT_COVERED;
      case WANTS_PERSON, ANNOYED -> Notice.WANTS_PERSON;
    };
  }

  private String ways(Locale language) {
    return Stream.of(
            line(Notice.EMAIL, contact.email(), language),
            line(Notice.PHONE, contact.phone(), language),
            line(Notice.URL, contact.url().isEmpty() ? "" : "<" + contact.url() + ">", language),
            line(Notice.HOURS, contact.hours(), language))
        .flatMap(line -> line)
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> line(Notice name, String value, Locale language) {
    return value.isEmpty()
        ? Stream.of()
        : Stream.of("- " + phrases.of(name, language) + ": " + value);
  }
}
