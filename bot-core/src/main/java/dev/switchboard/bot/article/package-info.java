/**
 * How what people have answered becomes part of the team's knowledge.
 *
 * <p>{@link dev.switchboard.bot.article.CaseArticles} makes of a resolved case an {@link
 * dev.switchboard.bot.article.ArticleDraft}, without personal data, and hands it to {@link
 * dev.switchboard.bot.article.ArticleDrafts}. No customer sees it before an author publishes it.
 */
@NullMarked
package dev.switchboard.bot.article;

import org.jspecify.annotations.NullMarked;
