package dev.switchboard.channel.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The bytes of a file, asked what they look like. Nothing is decoded here, so nothing can grow.
 *
 * @param bytes all of them
 */
record Content(byte[] bytes) {
  private static final int BEGINNING = 64 << 10;
  private static final String VIDEO_TRACK = "hdlr" + "\0".repeat(8) + "vide";

  boolean isPng() {
    return has(0, "\u0089PNG\r\n\u001a\n");
  }

  boolean isJpeg() {
    return has(0, "\u00ff\u00d8\u00ff");
  }

  boolean isGif() {
    return has(0, "GIF87a") || has(0, "GIF89a");
  }

  boolean isWebp() {
    return has(0, "RIFF") && has(8, "WEBP");
  }

  /** A picture as some phones take it, which no browser shows. */
  boolean isHeic() {
    return has(4, "ftyp")
        && Stream.of("heic", "heix", "heif", "mif1", "msf1", "avif")
            .anyMatch(brand -> has(8, brand));
  }

  boolean isPdf() {
    return has(0, "%PDF-");
  }

  /** By the names in its directory, which stand there in clear; without macros. */
  boolean isDocx() {
    return has(0, "PK\u0003\u0004")
        && holds("[Content_Types].xml", bytes.length)
        && holds("word/document.xml", bytes.length)
        && !holds("vbaProject", bytes.length);
  }

  boolean isWebm() {
    return has(0, "\u001aE\u00df\u00a3")
        && holds("webm", 64)
        && Stream.of("V_VP8", "V_VP9", "V_AV1").noneMatch(codec -> holds(codec, BEGINNING));
  }

  boolean isOgg() {
    return has(0, "OggS")
        && Stream.of("OpusHead", "\u0001vorbis", "Speex", "\u007fFLAC")
            .anyMatch(codec -> holds(codec, 512))
        && !holds("theora", BEGINNING);
  }

  boolean isMp4() {
    return has(4, "ftyp") && !isHeic() && !holds(VIDEO_TRACK, bytes.length);
  }

  boolean isMpeg() {
    boolean tagged = has(0, "ID3");
    // Eleven bits of ones, then a version that exists and the third layer.
    boolean frame =
        bytes.length > 1
            && bytes[0] == (byte) 0xff
            && (bytes[1] & 0xe0) == 0xe0
            && (bytes[1] & 0x18) != 0x08
            && (bytes[1] & 0x06) == 0x02;
    return tagged || frame;
  }

  boolean isWav() {
    return has(0, "RIFF") && has(8, "WAVE");
  }

  /** Letters of whatever encoding, but nothing that only programs read. */
  boolean isText() {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private boolean has(int at, String mark) {
    var wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private boolean holds(String mark, int within) {
    return new String(bytes, 0, Math.min(within, bytes.length), StandardCharsets.ISO_8859_1)
        .contains(mark);
  }
}
