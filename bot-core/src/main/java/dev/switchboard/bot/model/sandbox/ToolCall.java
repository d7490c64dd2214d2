package dev.switchboard.bot.model.sandbox;

/**
 * A tool that the stand-in asks to be run.
 *
 * @param name of the tool
 * @param arguments as they are sent, JSON or not
 */
public record ToolCall(String name, String arguments) {}
