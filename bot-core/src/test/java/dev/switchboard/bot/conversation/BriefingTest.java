package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.bot.brief.Briefing;
import dev.switchboard.bot.brief.CaseBrief;
import dev.switchboard.bot.brief.CaseBrief.Fact;
import dev.switchboard.bot.brief.CaseBrief.Felt;
import dev.switchboard.bot.brief.CaseBrief.Tried;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Resolve;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of a case, taken out of real conversations. */
class BriefingTest extends StoreContract {
  @TempDir static Path folder;

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString());
  }

  @Test
  void saysWhatWasAskedWhyItCameAndWhatWasTried() {
    var id = accept("ada", "m1", "How long does delivery take?").conversationId();
    store.worker.next();
    store.bean(Opinions.class).give(id, new Opinion(2, false, ""));
    accept("ada", "m2", "My order #4711 of 2026-11-03 was eaten by a goat, what now?");
    store.worker.next();
    accept("ada", "m3", "Please hurry.");

    var brief = brief(id);

    assertThat(brief.problem())
        .isEqualTo("My order #4711 of 2026-11-03 was eaten by a goat, what now?");
    assertThat(brief.because()).isNotEmpty();
    assertThat(brief.tried())
        .extracting(Tried::question, Tried::felt)
        .containsExactly(tuple("How long does delivery take?", Felt.UNHELPFUL));
    assertThat(brief.tried().getFirst().sources()).hasSize(1);
    assertThat(brief.facts()).extracting(Fact::value).containsExactly("#4711", "2026-11-03");
    assertThat(brief.missing()).containsExactly(Fact.Kind.EMAIL);
  }

  @Test
  void leavesOutWhatWasResolvedBefore() {
    var id = accept("ada", "m1", "My order 4711002 was eaten by a goat.").conversationId();
    store.worker.next();
    store.clock.advance(Duration.ofMinutes(1));
    store.conversations.command(id, new Claim("Ann"));
    store.conversations.command(id, new Resolve("Ann", "refunded"));
    assertThat(brief(id).facts()).hasSize(1);
    store.clock.advance(Duration.ofHours(1));

    accept("ada", "m2", "A sheep has eaten the other one.");

    assertThat(brief(id).facts()).isEmpty();
    assertThat(brief(id).problem()).isEqualTo("A sheep has eaten the other one.");
  }

  @Test
  void saysNothingWhereNothingWasSaid() {
    var id = accept("ada", "m1", "").conversationId();

    assertThat(brief(id).problem()).isEmpty();
  }

  @Test
  void missesNoAddressThatTheTeamsOwnSiteKnows() {
    var vouched = new Vouched("u1", "Ada", "ada@example.com");
    var address = store.bean(Customers.class).known("web", "ada", vouched);

    var id = accept(address, "m1", "Where is my order?").conversationId();

    assertThat(brief(id).missing()).containsExactly(Fact.Kind.NUMBER);
  }

  @Test
  void cutsAStoryToASentence() {
    var id = accept("ada", "m1", "x".repeat(2_000)).conversationId();

    assertThat(brief(id).problem()).hasSizeLessThanOrEqualTo(240).endsWith("…");
  }

  private CaseBrief brief(String id) {
    return store.bean(Briefing.class).of(store.bean(Cases.class).file(id).orElseThrow());
  }
}
