package dev.switchboard.escalation.rules;

import dev.switchboard.bot.Priority;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads who works when. */
final class TeamReader {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) ?(m|h)");

  private TeamReader() {}

  /** The teams of the sheet. */
  static List<Team> teams(Sheet book) {
    var names = new HashSet<String>();
    var read = new ArrayList<Team>();
    for (var sheet : book.sheets("teams")) {
      var team = team(sheet);
      if (!team.name().isEmpty() && !names.add(team.name())) {
        sheet.mistake("there is a team '%s' above already".formatted(team.name()));
      }
      read.add(team);
    }
    return read;
  }

  private static Team team(Sheet sheet) {
    sheet.knowing(Set.of("name", "zone", "hours", "holidays", "first-reply", "on-call", "slack"));
    var zone = sheet.value("zone", TeamReader::zone).orElse(ZoneId.of("UTC"));
    if (sheet.has("hours") && !sheet.has("zone")) {
      sheet.mistake("'zone' is missing: hours hold somewhere, as in Europe/Madrid");
    }
    var holidays = Set.copyOf(sheet.values("holidays", TeamReader::date));
    var rota = sheet.sheets("on-call").stream().map(duty -> duty(duty, zone)).toList();
    return new Team(
        sheet.required("name"),
        new WorkTime(zone, sheet.values("hours", Hours::of), holidays),
        firstReply(sheet.sheet("first-reply")),
        rota,
        sheet.text("slack"));
  }

  private static Team.Duty duty(Sheet sheet, ZoneId zone) {
    sheet.knowing(Set.of("hours", "people"));
    if (!sheet.has("people")) {
      sheet.mistake("'people' is missing");
    }
    return new Team.Duty(
        new WorkTime(zone, sheet.values("hours", Hours::of), Set.of()),
        sheet.values("people", TeamReader::email));
  }

  private static Map<Priority, Duration> firstReply(Sheet sheet) {
    var names = Arrays.stream(Priority.values()).map(TeamReader::name).toList();
    sheet.knowing(Set.copyOf(names));
    var within = new EnumMap<Priority, Duration>(Priority.class);
    for (var priority : Priority.values()) {
      sheet
          .value(name(priority), TeamReader::duration)
          .ifPresent(duration -> within.put(priority, duration));
    }
    return within;
  }

  /** The priority as rules write it. */
  static String name(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }

  private static ZoneId zone(String text) {
    var zones = ZoneId.getAvailableZoneIds();
    if (!zones.contains(text)) {
      throw new IllegalArgumentException(
          "there is no time zone '%s'%s"
              .formatted(
                  text,
                  Nearest.to(text, zones)
                      .map("; did you mean '%s'?"::formatted)
                      .orElse("; it is written as Europe/Madrid")));
    }
    return ZoneId.of(text);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw new IllegalArgumentException(
          "a date is written as 2026-12-25, not '%s'".formatted(text), none);
    }
  }

  private static Duration duration(String text) {
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "a time is written as 15m or 2h, not '%s'".formatted(text));
    }
    long number = Long.parseLong(match.group(1));
    return match.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
  }

  private static String email(String text) {
    if (!text.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException("'%s' is no e-mail address".formatted(text));
    }
    return text;
  }
}
