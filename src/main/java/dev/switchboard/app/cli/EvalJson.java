package dev.switchboard.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.switchboard.bot.privacy.Found;
import dev.switchboard.knowledge.evaluation.DialTrial;
import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Latency;
import dev.switchboard.knowledge.evaluation.PrivacyScores;
import dev.switchboard.knowledge.evaluation.Scores;
import dev.switchboard.knowledge.evaluation.SignalScores;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Figures for programs; the names are a contract. */
final class EvalJson {

  private final JsonGenerator json;

  private EvalJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(Findings findings) {
    return written(json -> new EvalJson(json).findings(findings));
  }

  static String of(SignalScores scores) {
    return written(json -> new EvalJson(json).signal(scores));
  }

  static String of(PrivacyScores scores) {
    return written(json -> new EvalJson(json).privacy(scores));
  }

  private void findings(Findings findings) throws IOException {
    scores(findings.scores());
    latency(findings.latency());
    number("index_seconds", findings.indexing().toMillis() / 1_000.0);
    json.writeObjectFieldStart("thresholds");
    number("answer", findings.thresholds().answer());
    number("clarify", findings.thresholds().clarify());
    json.writeEndObject();
    json.writeStringField("decided_at", findings.dialled() ? "dial" : "thresholds");
    dial(findings.dial());
    json.writeNumberField("unknown_expected_ids", findings.unknownIds().size());
  }

  private void scores(Scores scores) throws IOException {
    json.writeNumberField("n", scores.n());
    json.writeNumberField("answerable", scores.answerable());
    number("p_at_1", scores.pAt1());
    number("mrr", scores.mrr());
    number("hit_at_10", scores.hitAt10());
    number("answered", scores.answered());
    number("wrong_answers", scores.wrongAnswers());
    number("clarified", scores.clarified());
    number("oos_recall", scores.oosRecall());
    number("oos_auroc", scores.oosAuroc());
    number("oos_recall_at_5pct", scores.oosRecallAt5pct());
    number("mcc", scores.mcc());
  }

  private void latency(Latency latency) throws IOException {
    json.writeObjectFieldStart("latency_ms");
    number("p50", latency.p50());
    number("p95", latency.p95());
    number("p99", latency.p99());
    json.writeEndObject();
  }

  private void dial(DialTrial dial) throws IOException {
    json.writeObjectFieldStart("dial");
    number("max_wrong_answers", dial.dial().accepted());
    number("risk", dial.dial().risk());
    number("threshold", dial.threshold());
    number("answered", dial.answered());
    number("wrong_answers", dial.wrongAnswers());
    json.writeNumberField("fewest_questions", dial.dial().fewestQuestions());
    json.writeArrayFieldStart("halves");
    for (var half : dial.halves()) {
      half(half);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void half(DialTrial.Half half) throws IOException {
    json.writeStartObject();
    json.writeNumberField("n", half.n());
    number("threshold", half.threshold());
    number("answered", half.answered());
    number("wrong_answers", half.wrongAnswers());
    json.writeEndObject();
  }

  private void signal(SignalScores scores) throws IOException {
    json.writeNumberField("n", scores.n());
    json.writeNumberField("positives", scores.positives());
    number("precision", scores.precision());
    number("recall", scores.recall());
    number("f1", scores.f1());
    number("auroc", scores.auroc());
    number("false_positive_rate", scores.falsePositiveRate());
  }

  private void privacy(PrivacyScores scores) throws IOException {
    json.writeNumberField("n", scores.n());
    share(scores.together());
    number("recall_all", scores.recallOfAll());
    json.writeObjectFieldStart("by_type");
    for (var kind : Found.Kind.values()) {
      if (scores.byKind().get(kind) instanceof PrivacyScores.Share share) {
        json.writeObjectFieldStart(kind.name());
        share(share);
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private void share(PrivacyScores.Share share) throws IOException {
    json.writeNumberField("labels", share.labels());
    number("precision", share.precision());
    number("recall", share.recall());
    number("f1", share.f1());
  }

  // JSON knows no NaN.
  private void number(String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private static String written(Fields fields) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
