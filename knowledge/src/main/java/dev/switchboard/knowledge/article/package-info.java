/**
 * What the team knows: articles, each with the history of its versions.
 *
 * <p>{@link dev.switchboard.knowledge.article.Article} is one of them, {@link
 * dev.switchboard.knowledge.article.Articles} the store. {@code StoredArticles} keeps them in the
 * database: {@code Changes} works out the new versions, {@code ArticleRows} turns articles into
 * rows and back, {@code ArticleVersions} and {@code ArticleHeads} are the tables. {@code
 * StoredDrafts} keeps those that were made of cases, and {@code DraftTable} what they were made of.
 */
@NullMarked
package dev.switchboard.knowledge.article;

import org.jspecify.annotations.NullMarked;
