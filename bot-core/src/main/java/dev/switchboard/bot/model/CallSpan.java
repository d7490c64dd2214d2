package dev.switchboard.bot.model;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;

/**
 * A call of a model as a span of OpenTelemetry, by its conventions for generative AI: numbers and
 * names, and no word of what was said. Without an agent or an exporter it goes nowhere.
 */
final class CallSpan {
  private static final String SCOPE = "dev.switchboard.model";

  private final Span span;

  private CallSpan(Span span) {
    this.span = span;
  }

  /** Begins. */
  static CallSpan begin(Model model, Terms terms, int attempt) {
    var span =
        GlobalOpenTelemetry.getTracer(SCOPE)
            .spanBuilder("chat " + model.id())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("gen_ai.operation.name", "chat")
            .setAttribute("gen_ai.provider.name", "openai")
            .setAttribute("gen_ai.request.model", model.id())
            .setAttribute("gen_ai.request.max_tokens", (long) terms.most(model))
            .setAttribute("server.address", String.valueOf(model.url().getHost()))
            .setAttribute("switchboard.tier", model.tier().name())
            .setAttribute("switchboard.purpose", terms.purpose())
            .setAttribute("switchboard.attempt", (long) attempt);
    if (!terms.conversationId().isEmpty()) {
      span.setAttribute("gen_ai.conversation.id", terms.conversationId());
    }
    return new CallSpan(span.startSpan());
  }

  /** It brought an answer. */
  void answered(Said<?> said, long cost) {
    span.setAttribute("gen_ai.usage.input_tokens", said.usage().in());
    span.setAttribute("gen_ai.usage.output_tokens", said.usage().out());
    span.setAttribute("gen_ai.server.time_to_first_token", seconds(said));
    span.setAttribute("switchboard.cost.micro_dollars", cost);
    span.end();
  }

  private static double seconds(Said<?> said) {
    return said.first().toNanos() / 1e9;
  }

  /** It brought none. */
  void failed(ProviderFailure failure) {
    span.setAttribute("error.type", failure.kind().name());
    span.setStatus(StatusCode.ERROR);
    span.end();
  }
}
