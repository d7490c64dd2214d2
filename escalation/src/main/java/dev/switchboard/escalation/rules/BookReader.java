package dev.switchboard.escalation.rules;

import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Priority;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.triage.PhraseBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a rulebook of a rules file, with the shipped sections for those it does not have. */
final class BookReader {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Sheet own;
  private final Sheet shipped;

  BookReader(Sheet own, Sheet shipped) {
    this.own = own;
    this.shipped = shipped;
  }

  Rulebook read() {
    own.knowing(Set.of("teams", "topics", "rules", "vip", "texts", "emergency-number"));
    var teams = TeamReader.teams(section("teams"));
    var teamNames = teams.stream().map(Team::name).toList();
    var topics = new ArrayList<>(topics(section("topics")));
    if (topics.stream().noneMatch(topic -> topic.name().equals(HouseRules.SELF_HARM))) {
      topics.addAll(selfHarm());
    }
    var known = topics.stream().map(ListedTopic::name).collect(Collectors.toSet());
    var rules =
        section("rules").sheets("rules").stream()
            .map(sheet -> rule(sheet, own.has("rules") ? known : shippedTopics(), teamNames))
            .toList();
    return new Rulebook(teams, topics, rules, vips(), words());
  }

  private Sheet section(String name) {
    return own.has(name) ? own : shipped;
  }

  private Set<String> shippedTopics() {
    return topics(shipped).stream().map(ListedTopic::name).collect(Collectors.toSet());
  }

  // Whoever lists topics of their own must not lose this one by it.
  private List<ListedTopic> selfHarm() {
    return topics(shipped).stream()
        .filter(topic -> topic.name().equals(HouseRules.SELF_HARM))
        .toList();
  }

  private static List<ListedTopic> topics(Sheet book) {
    var names = new HashSet<String>();
    var read = new ArrayList<ListedTopic>();
    for (var sheet : book.sheets("topics")) {
      var topic = topic(sheet);
      if (!topic.name().isEmpty() && !names.add(topic.name())) {
        sheet.mistake("there is a topic '%s' above already".formatted(topic.name()));
      }
      read.add(topic);
    }
    return read;
  }

  private static ListedTopic topic(Sheet sheet) {
    sheet.knowing(Set.of("name", "phrases", "amount-above"));
    if (!sheet.has("phrases")) {
      sheet.mistake("'phrases' is missing");
    }
    var byLanguage = sheet.sheet("phrases");
    var phrases =
        byLanguage.names().stream()
            .flatMap(language -> {
              byLanguage.check(language, BookReader::language);
              return byLanguage.values(language, BookReader::phrase).stream();
            })
            .toList();
    return new ListedTopic(
        sheet.required("name"), new PhraseBook(phrases), sheet.values("amount-above", Amount::of));
  }

  private static Rule rule(Sheet sheet, Set<String> topics, List<String> teams) {
    sheet.knowing(Set.of("when", "then"));
    var when = sheet.sheet("when").knowing(Set.of("signal", "topic", "language", "channel", "vip"));
    var then = sheet.sheet("then").knowing(Set.of("rung", "team", "priority"));
    if (then.names().isEmpty()) {
      sheet.mistake("'then' is missing, as in 'then: {rung: person, priority: high}'");
    }
    var conditions =
        new Rule.When(
            when.values("signal", BookReader::signal),
            when.values("topic", text -> oneOf("topic", text, topics)),
            when.values("language", BookReader::language),
            when.values("channel", text -> text),
            when.value("vip", BookReader::yes).orElse(false));
    return new Rule(
        conditions,
        new Rule.Then(
            then.value(
                "rung", text -> oneOf("rung", text, List.of("person", "bot")).equals("person")),
            then.value("team", text -> oneOf("team", text, teams)),
            then.value("priority", BookReader::priority)));
  }

  private Rulebook.Vips vips() {
    var sheet = section("vip").sheet("vip").knowing(Set.of("customers", "email-domains"));
    return new Rulebook.Vips(
        Set.copyOf(sheet.values("customers", text -> text)),
        Set.copyOf(sheet.values("email-domains", BookReader::domain)));
  }

  private Words words() {
    var texts = new HashMap<String, String>();
    var sheet = own.sheet("texts");
    for (var language : sheet.names()) {
      sheet.check(language, BookReader::language);
      sheet
          .sheet(language)
          .knowing(Set.of(HouseRules.SELF_HARM))
          .value(HouseRules.SELF_HARM, text -> text)
          .ifPresent(text -> texts.put(language, text));
    }
    return new Words(texts, own.text("emergency-number"));
  }

  private static String oneOf(String what, String text, Collection<String> known) {
    if (!known.contains(text)) {
      throw new IllegalArgumentException(
          "there is no %s '%s'%s".formatted(what, text, Nearest.hint(text, known)));
    }
    return text;
  }

  private static Signal signal(String text) {
    var names = Stream.of(Signal.values()).map(Rule::name).toList();
    return Signal.values()[names.indexOf(oneOf("signal", text, names))];
  }

  private static Priority priority(String text) {
    var names = Stream.of(Priority.values()).map(TeamReader::name).toList();
    return Priority.values()[names.indexOf(oneOf("priority", text, names))];
  }

  private static boolean yes(String text) {
    return oneOf("choice", text, List.of("true", "false")).equals("true");
  }

  private static String language(String text) {
    if (!LANGUAGES.contains(text)) {
      throw new IllegalArgumentException(
          "a language is written in two letters, as en or de, not '%s'".formatted(text));
    }
    return text;
  }

  private static String phrase(String text) {
    new PhraseBook(List.of(text));
    return text;
  }

  private static String domain(String text) {
    if (!text.matches("[^@\\s]+\\.[^@\\s]+")) {
      throw new IllegalArgumentException(
          "a domain is written as example.com, not '%s'".formatted(text));
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
