package dev.switchboard.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.switchboard.app.bench.Figure;
import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Machine;
import dev.switchboard.app.bench.Results;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Figures for programs; the names are a contract. */
final class BenchJson {

  private final JsonGenerator json;

  private BenchJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The figures and goals as JSON.
   *
   * @param load of the machine when the run began
   */
  static String of(Results results, double load) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      new BenchJson(json).write(results, load);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return text.toString();
  }

  private void write(Results results, double load) throws IOException {
    json.writeStartObject();
    json.writeNumberField("cores", Machine.cores());
    json.writeNumberField("load_at_start", load);
    json.writeArrayFieldStart("figures");
    for (var figure : results.figures()) {
      figure(figure);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("goals");
    for (var goal : results.goals()) {
      goal(goal);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void figure(Figure figure) throws IOException {
    json.writeStartObject();
    json.writeStringField("section", figure.section().name().toLowerCase(Locale.ROOT));
    json.writeStringField("name", figure.name());
    number("value", figure.value());
    json.writeStringField("unit", figure.unit());
    json.writeStringField("method", figure.method());
    json.writeEndObject();
  }

  private void goal(Goal goal) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", goal.name());
    json.writeStringField("bound", goal.least() ? "at_least" : "at_most");
    number("bar", goal.bar());
    number("measured", goal.measured());
    json.writeBooleanField("met", goal.met());
    json.writeEndObject();
  }

  // JSON knows no NaN.
  private void number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
