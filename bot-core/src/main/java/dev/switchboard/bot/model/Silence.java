package dev.switchboard.bot.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A second of nothing, to try models with that hear. */
final class Silence {
  private static final int RATE = 8_000;
  private static final int HEAD = 44;
  private static final byte MIDDLE = (byte) 0x80;

  /** A WAV of 8 bits at 8 kHz. */
  static final byte[] WAV = wav();

  private Silence() {}

  private static byte[] wav() {
    var sound = new byte[RATE];
    Arrays.fill(sound, MIDDLE);
    return ByteBuffer.allocate(HEAD + RATE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(HEAD - 8 + RATE)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RATE)
        .putInt(RATE)
        .putShort((short) 1)
        .putShort((short) 8)
        .put(ascii("data"))
        .putInt(RATE)
        .put(sound)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
