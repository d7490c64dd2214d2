package dev.switchboard.knowledge.intake;

/**
 * Something that was left out on purpose.
 *
 * @param source the file (as an address) or the web page
 * @param reason why, in words a support lead understands
 */
public record Skipped(String source, String reason) {}
