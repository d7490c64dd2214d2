package dev.switchboard.bot.brief;

import dev.switchboard.bot.brief.CaseBrief.Fact;
import dev.switchboard.bot.brief.CaseBrief.Fact.Kind;
import dev.switchboard.bot.brief.CaseBrief.Fact.Standing;
import dev.switchboard.bot.conversation.Customer;
import java.util.ArrayList;
import java.util.List;

/** Puts what is known of the customer beside what they claim. */
final class KnownFacts {
  private KnownFacts() {}

  /** The claims, those that the team's own site vouches for first, and marked so. */
  static List<Fact> of(Customer customer, List<Fact> claimed) {
    var facts = new ArrayList<Fact>();
    if (customer.isVerified() && !customer.email().isEmpty()) {
      facts.add(address(customer.email(), claimed, Standing.VERIFIED));
    }
    if (!customer.answerTo().isEmpty() && !holds(facts, customer.answerTo())) {
      facts.add(address(customer.answerTo(), claimed, Standing.CLAIMED));
    }
    claimed.stream().filter(fact -> !holds(facts, fact.value())).forEach(facts::add);
    return List.copyOf(facts);
  }

  private static Fact address(String email, List<Fact> claimed, Standing standing) {
    long seq =
        claimed.stream()
            .filter(fact -> fact.value().equalsIgnoreCase(email))
            .mapToLong(Fact::seq)
            .findFirst()
            .orElse(0);
    return new Fact(Kind.EMAIL, email, seq, standing);
  }

  private static boolean holds(List<Fact> facts, String value) {
    return facts.stream().anyMatch(fact -> fact.value().equalsIgnoreCase(value));
  }
}
