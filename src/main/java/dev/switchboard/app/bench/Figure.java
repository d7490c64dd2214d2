package dev.switchboard.app.bench;

/**
 * Something measured.
 *
 * @param section what it belongs to
 * @param name what was measured
 * @param value how much; NaN where it could not be measured
 * @param unit of the value
 * @param method how it was measured, in one line
 */
public record Figure(Section section, String name, double value, String unit, String method) {}
