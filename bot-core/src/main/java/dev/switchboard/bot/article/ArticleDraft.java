package dev.switchboard.bot.article;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An article that was made of a case and that nobody has published yet.
 *
 * @param id the article's id
 * @param title its question
 * @param variants other wordings of the question, in the customer's words
 * @param answer its answer, Markdown
 * @param language the language it is written in, {@link Locale#ROOT} when unknown
 * @param origin the id of the conversation it was made of
 * @param at when it was made
 * @param by the name of the agent who made it
 */
public record ArticleDraft(
    String id,
    String title,
    List<String> variants,
    String answer,
    Locale language,
    String origin,
    Instant at,
    String by) {
  public ArticleDraft {
    variants = List.copyOf(variants);
  }
}
