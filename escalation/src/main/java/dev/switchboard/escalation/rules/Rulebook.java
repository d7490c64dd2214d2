package dev.switchboard.escalation.rules;

import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Priority;
import dev.switchboard.bot.Routing;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Situation;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a team as they were read: of each thing that rules say, the first rule holds that is
 * met and says it.
 */
public final class Rulebook implements HouseRules, Routing {
  private final List<Team> teams;
  private final List<ListedTopic> topics;
  private final List<Rule> rules;
  private final Vips vips;
  private final Words words;

  Rulebook(List<Team> teams, List<ListedTopic> topics, List<Rule> rules, Vips vips, Words words) {
    this.teams = List.copyOf(teams);
    this.topics = List.copyOf(topics);
    this.rules = List.copyOf(rules);
    this.vips = vips;
    this.words = words;
  }

  /**
   * The customers whom the team has listed.
   *
   * @param customers their ids at the team's own site
   * @param domains the parts behind the @ of their e-mail addresses, in lower case
   */
  record Vips(Set<String> customers, Set<String> domains) {
    Vips {
      customers = Set.copyOf(customers);
      domains = Set.copyOf(domains);
    }
  }

  @Override
  public Set<String> topics(String text) {
    return topics.stream()
        .filter(topic -> topic.isIn(text))
        .map(ListedTopic::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  // Of a customer nobody vouches for there is no id, and the address is only what they say.
  @Override
  public boolean isVip(String subject, String email) {
    var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return !subject.isEmpty()
        && (vips.customers().contains(subject) || vips.domains().contains(domain));
  }

  @Override
  public Ruling ruling(Situation situation) {
    return met(situation)
        .filter(rule -> rule.then().person().isPresent())
        .findFirst()
        .map(rule -> rule.ruling(situation))
        .orElse(Ruling.NONE);
  }

  private Stream<Rule> met(Situation situation) {
    return rules.stream().filter(rule -> rule.meets(situation));
  }

  @Override
  public Route route(Situation situation, Instant at) {
    var team =
        met(situation)
            .flatMap(rule -> rule.then().team().stream())
            .findFirst()
            .or(() -> teams.stream().map(Team::name).findFirst())
            .orElse("");
    var priority =
        met(situation)
            .flatMap(rule -> rule.then().priority().stream())
            .findFirst()
            .orElse(Priority.NORMAL);
    return new Route(team, priority, named(team).flatMap(found -> found.due(priority, at)));
  }

  @Override
  public List<String> onCall(String team, Instant at) {
    return named(team).map(found -> found.onCall(at)).orElse(List.of());
  }

  @Override
  public String slackChannel(String team) {
    return named(team).map(Team::slack).orElse("");
  }

  private Optional<Team> named(String team) {
    return teams.stream().filter(each -> each.name().equals(team)).findFirst();
  }

  /**
   * When the next team begins to work; empty while one is at work, or where no team says when it
   * works.
   */
  public Optional<ZonedDateTime> backAt(Instant now) {
    return teams.stream().anyMatch(team -> team.work().isOpen(now))
        ? Optional.empty()
        : teams.stream()
            .flatMap(
                team -> team.work().opens(now).map(at -> at.atZone(team.work().zone())).stream())
            .min(Comparator.comparing(ZonedDateTime::toInstant));
  }

  /** The team's own words, which stand in for those that are shipped. */
  public Words words() {
    return words;
  }
}
