package dev.switchboard.bot;

/**
 * Something that a tool of the team would change for a customer, who has to confirm it first.
 *
 * @param tool its name
 * @param arguments what it would be given, JSON
 * @param words what it would do, as the customer reads it
 */
public record Proposal(String tool, String arguments, String words) {}
