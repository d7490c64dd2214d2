/**
 * The desk: where people of the team work on cases when there is no Slack.
 *
 * <p>{@code Board} is the list of open cases, one for all agents, looked up again at most once a
 * second; {@code DeskStreams} tells every open page what changed in it, and each {@code DeskStream}
 * what is new in the case that its page shows. {@code CasesController} shows cases as {@code
 * CaseReader} reads them, {@code CustodyController} takes what agents decide, {@code
 * WritingController} what they write, and {@code DeadLettersController} what did not reach a
 * customer; {@code ArticlesController} makes drafts of articles of what was resolved. An agent is
 * known by the name of their {@link dev.switchboard.bot.account.Account}.
 */
@NullMarked
package dev.switchboard.channel.desk;

import org.jspecify.annotations.NullMarked;
