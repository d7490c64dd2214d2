package dev.switchboard.bot.tool;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.switchboard.bot.triage.PhraseBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * A tool that the team allows.
 *
 * @param specification what models are told of it
 * @param permission what it is allowed
 * @param words by which a question is known to be a matter for it
 * @param work what it does
 */
public record Tool(
    ToolSpecification specification, ToolEntry permission, PhraseBook words, Work work) {

  /** What a tool does. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it.
     *
     * @param arguments JSON
     * @return what came of it, for the customer to read
     * @throws ToolFailed when nothing did
     */
    String run(String arguments, Caller caller) throws ToolFailed;
  }

  static Tool of(ToolSpecification specification, ToolEntry permission, Work work) {
    var words = Objects.requireNonNullElse(permission.words(), List.<String>of());
    return new Tool(
        without(specification, permission.subject()), permission, new PhraseBook(words), work);
  }

  // For whom it works is nothing for a model to say.
  private static ToolSpecification without(ToolSpecification specification, String argument) {
    var parameters = specification.parameters();
    if (argument.isEmpty() || parameters == null) {
      return specification;
    }
    var properties = new LinkedHashMap<>(parameters.properties());
    properties.remove(argument);
    var required =
        Objects.requireNonNullElse(parameters.required(), List.<String>of()).stream()
            .filter(name -> !name.equals(argument))
            .toList();
    return specification.toBuilder()
        .parameters(
            JsonObjectSchema.builder()
                .description(parameters.description())
                .addProperties(properties)
                .required(required)
                .additionalProperties(parameters.additionalProperties())
                .definitions(parameters.definitions())
                .build())
        .build();
  }

  /** Its name, as models know it. */
  public String name() {
    return specification.name();
  }

  /** How it is named as a source. */
  public String title() {
    return permission.title().isEmpty() ? name().replace('_', ' ') : permission.title();
  }

  /** Whether it changes anything. */
  public boolean changes() {
    return permission.effect() == ToolEntry.Effect.CHANGES;
  }

  boolean isMeant(String question) {
    return words.isIn(question);
  }
}
