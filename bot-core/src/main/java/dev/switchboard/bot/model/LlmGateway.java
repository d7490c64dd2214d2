package dev.switchboard.bot.model;

import dev.langchain4j.data.message.AiMessage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one way to models. Asks those of the wanted tier, the best first, then those below; repeats
 * what may pass, leaves alone what fails, keeps within the budget, and books every call, whatever
 * came of it.
 *
 * <p>A failure before the first word is silent. After it the hearer is told that the answer begins
 * anew, and both calls are booked.
 */
@Singleton
public final class LlmGateway {
  private final Models models;
  private final ModelCaller caller;
  private final RelayCaller relays;
  private final LearnedQuirks quirks;
  private final Traffic traffic;
  private final Ledger ledger;
  private final Patience patience;

  LlmGateway(
      Models models,
      ModelCaller caller,
      RelayCaller relays,
      LearnedQuirks quirks,
      Traffic traffic,
      Ledger ledger,
      Patience patience) {
    this.models = models;
    this.caller = caller;
    this.relays = relays;
    this.quirks = quirks;
    this.traffic = traffic;
    this.ledger = ledger;
    this.patience = patience;
  }

  /** Whether there is a model to ask for customers. */
  public boolean isOn() {
    return models.all().stream().anyMatch(model -> model.tier().answers());
  }

  /**
   * Asks, and returns within the whole of the time a reply may take.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when a call cannot be booked
   */
  public Answered ask(Ask ask, Pieces pieces) {
    return ask(ask, pieces, patience.whole());
  }

  /** Asks for the whole alone, and returns within that time, however long others may take. */
  public Answered ask(Ask ask, Duration most) {
    return ask(ask, Pieces.none(), most);
  }

  /** Asks, and returns within that time, however long others may take. */
  public Answered ask(Ask ask, Pieces pieces, Duration most) {
    var end = end(most);
    var models = candidates(ask.tier(), ask.model());
    Function<Pieces, Attempts<AiMessage>> ways =
        hearer ->
            new Attempts<>(
                traffic,
                ask.terms(),
                hearer,
                end,
                learning((model, left, heard) -> caller.call(model, ask, left, heard)),
                ledger::book);
    if (models.size() > 1 && patience.hedge().isPositive()) {
      var raced = new Race<>(pieces, ways).run(models, patience.hedge());
      return answered(raced.got(), raced.because());
    }
    var way = ways.apply(pieces);
    var got = way.ask(models);
    return answered(got, way.because());
  }

  private static Answered answered(Optional<Attempts.Got<AiMessage>> answer, List<String> because) {
    return answer
        .<Answered>map(got ->
            new Answered.Text(
                Objects.requireNonNullElse(got.said().what().text(), ""),
                got.model().name(),
                got.model().tier(),
                got.said().complete(),
                got.said().usage(),
                got.cost(),
                got.said().what().toolExecutionRequests()))
        .orElseGet(() -> new Answered.Nothing(because));
  }

  /**
   * Passes a question of a client of OpenAI on as it is, with all that may be in it, and its answer
   * back. Calls are booked a moment later: what a crash loses of them counts as spent all the same.
   *
   * @param pieces hears the data of each event, when the client wants the answer in pieces
   */
  public Relayed relay(Relay relay, Pieces pieces) {
    var terms = relay.terms();
    var attempts =
        new Attempts<byte[]>(
            traffic,
            terms,
            pieces,
            end(patience.whole()),
            learning((model, left, heard) -> relays.call(model, relay, terms, left, heard)),
            ledger::bookSoon);
    return attempts
        .ask(candidates(relay.tier(), relay.model()))
        .<Relayed>map(got -> new Relayed.Done(got.said().what(), got.model().name()))
        .orElseGet(() -> new Relayed.Nothing(attempts.because(), attempts.last()));
  }

  /** Asks once more in another way where the provider says what it does not take. */
  private <T> Way<T> learning(Way<T> way) {
    return (model, left, heard) -> {
      try {
        return way.call(quirks.applied(model), left, heard);
      } catch (ProviderFailure failure) {
        if (!quirks.learns(model, failure)) {
          throw failure;
        }
        return way.call(quirks.applied(model), left, heard);
      }
    };
  }

  private Instant end(Duration most) {
    return traffic.now().plus(most.compareTo(patience.whole()) < 0 ? most : patience.whole());
  }

  private List<Model> candidates(Tier tier, String first) {
    var all = new ArrayList<Model>();
    for (var each : tier == Tier.LARGE ? List.of(Tier.LARGE, Tier.MINI) : List.of(tier)) {
      all.addAll(traffic.inTurn(models.of(each)));
    }
    all.sort(Comparator.comparing(model -> !model.name().equals(first)));
    return all;
  }

  /** The models of a tier that can be asked at the moment. */
  public List<Model> ready(Tier tier) {
    return models.of(tier).stream().filter(model -> !traffic.breaker(model).isOpen()).toList();
  }

  /**
   * Of the models of a tier the longest that one reads, question and answer together, in tokens.
   */
  public int window(Tier tier) {
    return models.of(tier).stream().mapToInt(Model::window).max().orElse(0);
  }

  /** Whether a large model can be asked at the moment that looks at pictures. */
  public boolean sees() {
    return ready(Tier.LARGE).stream().anyMatch(model -> model.abilities().contains(Ability.IMAGE));
  }

  /** Whether a model of the tier can be asked at the moment that asks for tools to be run. */
  public boolean usesTools(Tier tier) {
    return ready(tier).stream().anyMatch(model -> model.abilities().contains(Ability.TOOLS));
  }

  /** The share of the day's budget that is used up or put aside, 0 to 1. */
  public double spent() {
    return traffic.budget().share();
  }
}
