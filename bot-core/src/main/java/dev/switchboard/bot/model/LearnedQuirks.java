package dev.switchboard.bot.model;

import dev.switchboard.bot.model.ProviderFailure.Kind;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What models turned out not to take, by what their providers refused them for. */
@Singleton
final class LearnedQuirks {
  private static final Logger LOG = LoggerFactory.getLogger(LearnedQuirks.class);

  private final Map<String, Quirks> learned = new ConcurrentHashMap<>();

  /** The model with what was learned of it. */
  Model applied(Model model) {
    var known = learned.get(model.name());
    return known == null ? model : model.with(known);
  }

  /** Whether something was learned from the failure, so that it is worth asking once more. */
  boolean learns(Model model, ProviderFailure failure) {
    if (failure.kind() != Kind.REFUSED) {
      return false;
    }
    var before = applied(model).quirks();
    var after = after(before, String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT));
    if (after.equals(before)) {
      return false;
    }
    LOG.info("the model {} does not take all it was sent: {}", model.name(), after);
    learned.put(model.name(), after);
    return true;
  }

  private static Quirks after(Quirks quirks, String said) {
    boolean system =
        quirks.system() && !(said.contains("'system'") || said.contains("system role"));
    boolean streams = quirks.streams() && !(said.contains("stream") && said.contains("support"));
    boolean temperature = quirks.temperature() && !said.contains("temperature");
    return new Quirks(
        system, streams, temperature, completionTokens(quirks, said), quirks.fewestTokens());
  }

  // "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
  private static boolean completionTokens(Quirks quirks, String said) {
    return said.contains("max_completion_tokens")
        ? said.contains("instead") && said.contains("max_tokens")
        : quirks.completionTokens();
  }
}
