package dev.switchboard.bot.grounding;

import dev.switchboard.bot.Citation;
import dev.switchboard.bot.model.Tier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a model wrote, as far as its sources bear it. */
public sealed interface Written {
  /** Who wrote, and what it took. */
  Effort effort();

  /**
   * Who wrote.
   *
   * @param model the team's name for the last model that answered, empty when none did
   * @param tier of that model
   * @param cost of all answers, in micro-dollars
   */
  record Effort(String model, Tier tier, long cost) {
    Effort and(Effort next) {
      return new Effort(
          next.model().isEmpty() ? model : next.model(),
          next.model().isEmpty() ? tier : next.tier(),
          cost + next.cost());
    }
  }

  /**
   * A reply of sentences that each stand on a passage.
   *
   * @param sentences at least one
   * @param dropped how many sentences were left out, as nothing bore them
   * @param partly whether the passages answer only a part of the message
   */
  record Reply(List<Sentence> sentences, int dropped, boolean partly, Effort effort)
      implements Written {
    public Reply {
      sentences = List.copyOf(sentences);
    }

    /** The proofs, each once, in the order in which {@link #marked()} refers to them. */
    public List<Citation> citations() {
      return sentences.stream().map(Sentence::proof).distinct().toList();
    }

    /** The sentences, each with the number of its proof, Markdown. */
    public String marked() {
      var citations = citations();
      return sentences.stream()
          .map(sentence ->
              "%s [%d]".formatted(sentence.text(), citations.indexOf(sentence.proof()) + 1))
          .collect(Collectors.joining(" "));
    }

    /** The same in other words, one text for each sentence. */
    public Reply with(List<String> texts) {
      var other =
          IntStream.range(0, sentences.size())
              .mapToObj(i -> new Sentence(texts.get(i), sentences.get(i).proof()))
              .toList();
      return new Reply(other, dropped, partly, effort);
    }

    /** The sentences alone. */
    public String plain() {
      return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }
  }

  /**
   * Nothing.
   *
   * @param outcome what the model itself said, empty when it said nothing of use
   * @param because the reason
   */
  record Nothing(Optional<Outcome> outcome, String because, Effort effort) implements Written {}

  /** A sentence with the words that prove it. */
  record Sentence(String text, Citation proof) {}
}
