package dev.switchboard.bot;

import java.nio.file.Path;

/**
 * A picture as it is kept: pixels alone, without a word on where they were taken.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param file where its bytes are
 * @param words what was read in it, empty when nothing was
 */
public record Picture(String mediaType, Path file, String words) {}
