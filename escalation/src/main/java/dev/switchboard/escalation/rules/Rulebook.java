package dev.switchboard.escalation.rules;

import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Situation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of a team as they were read: the first rule that is met holds. */
public final class Rulebook implements HouseRules {
  private final List<ListedTopic> topics;
  private final List<Rule> rules;
  private final Vips vips;
  private final Words words;

  Rulebook(List<ListedTopic> topics, List<Rule> rules, Vips vips, Words words) {
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
    return rules.stream()
        .filter(rule -> rule.meets(situation))
        .findFirst()
        .map(rule -> rule.ruling(situation))
        .orElse(Ruling.NONE);
  }

  /** The team's own words, which stand in for those that are shipped. */
  public Words words() {
    return words;
  }
}
