package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Bytes to text, without guessing: what is not UTF-8 is refused and its place named. */
final class Utf8 {
  private static final String ADVICE = "save it as UTF-8 (\"CSV UTF-8\" in Excel) and try again";

  private Utf8() {}

  /** The text, without a byte order mark, never blank. */
  static String text(byte[] bytes) throws Refused {
    String text = decoded(bytes);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new Refused(1 + lines(text.substring(0, nul)), "this is not text: it holds a NUL byte");
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (text.isBlank()) {
      throw new Refused("the file is empty");
    }
    return text;
  }

  private static String decoded(byte[] bytes) throws Refused {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw new Refused(1, "the file is UTF-16; " + ADVICE);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw notUtf8(in.position(), out.flip().toString());
    }
    return out.flip().toString();
  }

  private static Refused notUtf8(int position, String before) {
    return new Refused(
        1 + lines(before),
        "the file is not UTF-8: byte %d cannot be read; %s".formatted(position + 1, ADVICE));
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
