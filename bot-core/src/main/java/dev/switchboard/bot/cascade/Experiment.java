package dev.switchboard.bot.cascade;

import dev.switchboard.bot.grounding.Manner;
import dev.switchboard.bot.model.Models;
import dev.switchboard.bot.store.Sha256;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Deals conversations to what is in force and to what is tried. A conversation stays where it is,
 * whatever process answers it: where that is follows from its id.
 */
@Singleton
public final class Experiment {
  private static final String CODE = "{code}";
  private static final double BUCKETS = 1L << 32;

  private final ExperimentSettings settings;
  private final Arm usual;
  private final Arm tried;

  /**
   * Made by the container.
   *
   * @throws ConfigurationException when what is to be tried is not there
   */
  Experiment(ExperimentSettings settings, Policies policies, Models models) {
    this.settings = settings;
    usual = new Arm(policies.inForce(), Manner.USUAL);
    tried =
        new Arm(
            settings.policy().isEmpty() ? policies.inForce() : policies.named(settings.policy()),
            new Manner(known(settings.model(), models), rules(settings.prompt())));
  }

  /**
   * How conversations of an arm are answered.
   *
   * @param policy that holds
   * @param manner in which models write
   */
  record Arm(Policy policy, Manner manner) {}

  private static String known(String model, Models models) {
    if (!model.isEmpty() && models.all().stream().noneMatch(each -> each.name().equals(model))) {
      throw new ConfigurationException("switchboard.experiment.model: there is no model " + model);
    }
    return model;
  }

  private static String rules(String file) {
    if (file.isEmpty()) {
      return "";
    }
    try {
      var rules = Files.readString(Path.of(file), StandardCharsets.UTF_8);
      if (!rules.contains(CODE)) {
        throw new ConfigurationException(
            "switchboard.experiment.prompt: the rules must hold {code}, by which models tell what is"
                + " text to read from what they are told");
      }
      return rules;
    } catch (IOException gone) {
      throw new ConfigurationException(
          "switchboard.experiment.prompt: the file cannot be read: " + file, gone);
    }
  }

  /** The experiment's name, empty when there is none. */
  public String name() {
    return settings.name();
  }

  /** When it begins: conversations that were opened before do not count. */
  public Instant begin() {
    return Objects.requireNonNullElse(settings.from(), LocalDate.EPOCH)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** Whether the conversation is one of those on which something is tried. */
  public boolean isTried(String conversationId) {
    return !settings.name().isEmpty()
        && !conversationId.isEmpty()
        && place(conversationId) < settings.share();
  }

  /** How a conversation is answered. */
  Arm arm(String conversationId) {
    return isTried(conversationId) ? tried : usual;
  }

  /** From 0 to 1, always the same for the same conversation. */
  private double place(String conversationId) {
    var words = (settings.name() + "\n" + conversationId).getBytes(StandardCharsets.UTF_8);
    var hash = Sha256.of(words);
    long first = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      first = first << Byte.SIZE | Byte.toUnsignedLong(hash[i]);
    }
    return first / BUCKETS;
  }
}
