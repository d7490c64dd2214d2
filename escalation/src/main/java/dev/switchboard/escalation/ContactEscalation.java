package dev.switchboard.escalation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.triage.Phrases;
import dev.switchboard.escalation.rules.Absence;
import dev.switchboard.escalation.rules.Words;
import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells customers what becomes of what the bot cannot settle.
 *
 * <p>Where nobody is notified the text promises no call and no reply: it says what the bot cannot
 * do and names the ways to the team that are configured. Where the conversation waits for a person
 * it says so, and when the team is back where nobody is at work; for how long it promises nothing.
 */
@Singleton
public final class ContactEscalation implements Escalation {

  private static final String WHEN = "{when}";

  private final Phrases<Notice> phrases =
      new Phrases<>(Notice.class, "dev.switchboard.escalation.notices");

  private final Contact contact;
  private final Words words;
  private final Absence absence;

  /**
   * Names the ways to the team that {@code contact} holds, speaks in the team's words, and says
   * when an absent team is back.
   */
  public ContactEscalation(Contact contact, Words words, Absence absence) {
    this.contact = contact;
    this.words = words;
    this.absence = absence;
  }

  @Override
  public String notice(Decision.Cause cause, Locale language) {
    var opening = regard(cause, language) + phrases.of(opening(cause), language);
    return contact.reachable()
        ? opening + " " + phrases.of(Notice.REACH_US, language) + "\n\n" + ways(language)
        : opening + " " + phrases.of(Notice.NO_CONTACT, language);
  }

  @Override
  public String handedOver(Decision.Cause cause, Locale language) {
    var opening =
        regard(cause, language) + phrases.of(handedOver(cause), language) + back(language);
    return contact.reachable()
        ? opening + " " + phrases.of(Notice.REACH_US, language) + "\n\n" + ways(language)
        : opening;
  }

  @Override
  public String stillWaiting(Locale language) {
    return phrases.of(Notice.STILL_WAITING, language) + back(language);
  }

  private String back(Locale language) {
    return absence
        .backAt()
        .map(at -> " " + phrases.of(Notice.BACK_AT, language).replace(WHEN, time(at, language)))
        .orElse("");
  }

  private static String time(ZonedDateTime at, Locale language) {
    var spoken = language.getLanguage().isEmpty() ? Locale.ENGLISH : language;
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(spoken).format(at);
    var hour = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(spoken).format(at);
    return day + ", " + hour + " (" + at.getZone().getId() + ")";
  }

  private String regard(Decision.Cause cause, Locale language) {
    return switch (cause) {
      case ANNOYED -> phrases.of(Notice.SORRY, language) + " ";
      case IN_DANGER ->
          words.toWhomeverIsInDanger(language, phrases.of(Notice.IN_DANGER, language)) + "\n\n";
      case NOT_COVERED,
          WANTS_PERSON,
          ASKED_AGAIN,
          DID_NOT_HELP,
          UNREADABLE_FILE,
          LANGUAGE_NOT_COVERED,
          HOUSE_RULE ->
          "";
    };
  }

  private static Notice handedOver(Decision.Cause cause) {
    return switch (cause) {
      case NOT_COVERED, ASKED_AGAIN, DID_NOT_HELP, UNREADABLE_FILE, LANGUAGE_NOT_COVERED ->
          Notice.HANDED_OVER_NOT_COVERED;
      case WANTS_PERSON, ANNOYED, HOUSE_RULE, IN_DANGER -> Notice.HANDED_OVER_WANTS_PERSON;
    };
  }

  private static Notice opening(Decision.Cause cause) {
    return switch (cause) {
      case NOT_COVERED, ASKED_AGAIN, DID_NOT_HELP, UNREADABLE_FILE, LANGUAGE_NOT_COVERED ->
          Notice.NOT_COVERED;
      case WANTS_PERSON, ANNOYED, HOUSE_RULE, IN_DANGER -> Notice.WANTS_PERSON;
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
