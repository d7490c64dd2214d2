package dev.switchboard.knowledge.intake;

/**
 * Where the bytes being read come from.
 *
 * @param source goes into {@link dev.switchboard.knowledge.article.Article#source()}
 * @param name the id of the article when the whole is one document
 * @param url where a customer can read it, empty when nowhere
 */
record Origin(String source, String name, String url) {}
