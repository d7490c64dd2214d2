package dev.switchboard.bot.model;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts calls of models, their tokens and what they cost, for whoever watches the server. */
@Singleton
final class CallMeters {
  private static final double MICRO = 1_000_000;
  private static final String MODEL = "model";
  private static final String TIER = "tier";
  private static final String KIND = "kind";

  private final MeterRegistry meters;

  CallMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A call is over. */
  void booked(Booking call) {
    var tier = lower(call.tier().name());
    meters
        .counter(
            "switchboard.model.calls",
            MODEL,
            call.model(),
            TIER,
            tier,
            "outcome",
            lower(call.outcome()))
        .increment();
    tokens(call, "in", call.usage().in());
    tokens(call, "out", call.usage().out());
    meters
        .counter("switchboard.model.cost.dollars", MODEL, call.model(), TIER, tier)
        .increment(call.cost() / MICRO);
    meters.timer("switchboard.model.whole", MODEL, call.model()).record(call.whole());
    if (!call.first().isZero()) {
      meters.timer("switchboard.model.first", MODEL, call.model()).record(call.first());
    }
  }

  private void tokens(Booking call, String kind, long tokens) {
    meters.counter("switchboard.model.tokens", MODEL, call.model(), KIND, kind).increment(tokens);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
