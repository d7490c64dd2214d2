/**
 * The web page and the HTTP API.
 *
 * <p>{@code POST /api/v1/ask} ({@code AskController}) reads a question strictly ({@code
 * QuestionReader}), has the {@link dev.switchboard.bot.ConversationEngine} reply, and returns
 * {@link dev.switchboard.channel.web.AskAnswer}, the one JSON form of a reply, which the command
 * line prints too. {@code GET /} is a page with the chat on it, {@code /ask} one that shows how an
 * answer is found ({@code PageController}); with {@code /assets/} they are plain files under {@code
 * web/} on the class path; {@code /widget/} is the widget for other sites ({@code
 * WidgetPageController}), its files in {@code web/widget/}. {@code /desk} is the page of the
 * support team ({@code DeskPageController}), {@code TeamPagesController} serves those by which they
 * get in, all from {@code web/desk/}. Whatever goes wrong leaves as a {@code Problem}, and every
 * response passes {@code SecurityHeaders}.
 */
@NullMarked
package dev.switchboard.channel.web;

import org.jspecify.annotations.NullMarked;
