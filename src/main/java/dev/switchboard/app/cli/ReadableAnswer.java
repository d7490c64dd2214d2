package dev.switchboard.app.cli;

import dev.switchboard.channel.web.AskAnswer;
import dev.switchboard.channel.web.AskReceipt;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer with its sources and its receipt, for a person at a terminal. */
final class ReadableAnswer {
  private static final String INDENT = "      ";
  private static final List<String> IN_ORDER = List.of("triage", "retrieval", "drafting", "total");

  private final AskAnswer answer;
  private final StringBuilder out = new StringBuilder();

  ReadableAnswer(AskAnswer answer) {
    this.answer = answer;
  }

  /** All of it, in lines. */
  String text() {
    answer.parts().forEach(this::part);
    receipt(answer.receipt());
    return Printable.of(out.toString().strip());
  }

  private void part(AskAnswer.Part part) {
    if (answer.parts().size() > 1) {
      line("> " + part.question());
    }
    line(PlainText.of(part.blocks()));
    part.options().forEach(option -> line("  - " + option.question()));
    line("");
    sources(part.citations());
    line("Decision: " + part.decision() + ": " + part.because());
    line("");
  }

  private void sources(List<AskAnswer.Source> sources) {
    for (int i = 0; i < sources.size(); i++) {
      var source = sources.get(i);
      line("  [%d] %s".formatted(i + 1, path(source)));
      PlainText.of(source.blocks()).lines().forEach(words -> line(INDENT + "| " + words));
      if (!source.url().isEmpty()) {
        line(INDENT + source.url());
      }
    }
    if (!sources.isEmpty()) {
      line("");
    }
  }

  private static String path(AskAnswer.Source source) {
    return Stream.concat(Stream.of(source.title()), source.headings().stream())
        .collect(Collectors.joining(" > "));
  }

  private void receipt(AskReceipt receipt) {
    line(
        "Receipt: language %s, answers from %s on, signals: %s"
            .formatted(
                receipt.language(),
                percent(receipt.thresholds().answer()).strip(),
                receipt.signals().isEmpty() ? "none" : String.join(", ", receipt.signals())));
    receipt.evidence().forEach(this::search);
    receipt.ascents().stream().flatMap(ascent -> ascent.steps().stream()).forEach(this::step);
    line("  " + times(receipt.micros()));
  }

  private void step(AskReceipt.Step step) {
    line("  %s model: %s (%d ms)".formatted(step.rung(), step.outcome(), step.millis()));
  }

  private void search(AskReceipt.Search search) {
    if (answer.parts().size() > 1) {
      line("  > " + search.question());
    }
    for (var hit : search.candidates()) {
      line("  %s  %s  (%s)".formatted(percent(hit.probability()), hit.title(), hit.article()));
    }
    line("  " + times(search.micros()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%5.1f %%", share * 100);
  }

  private static String times(Map<String, Long> micros) {
    return micros.entrySet().stream()
        .sorted(Comparator.comparingInt(stage -> IN_ORDER.indexOf(stage.getKey())))
        .map(stage -> stage.getKey() + " " + millis(stage.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
