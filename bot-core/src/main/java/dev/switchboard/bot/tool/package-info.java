/**
 * Tools: what a model may have looked up, and what it may offer to do, in the systems of the team.
 *
 * <p>A tool is a method with LangChain4j's {@code @Tool} of a bean that is {@link
 * dev.switchboard.bot.tool.CustomerTools}, or one of a server that speaks the Model Context
 * Protocol ({@code McpServers}). None is there for a model unless the team has listed it ({@link
 * dev.switchboard.bot.tool.ToolEntry}): for whom, through which channels, and for questions of
 * which words. The {@link dev.switchboard.bot.tool.Toolbox} runs them for the {@link
 * dev.switchboard.bot.tool.Caller} whom the session names, never for whom a model names; an {@link
 * dev.switchboard.bot.tool.Errand} has a model choose among them. What changes something is only
 * ever offered: the customer confirms it with a button, and no model hears of that.
 */
@NullMarked
package dev.switchboard.bot.tool;

import org.jspecify.annotations.NullMarked;
