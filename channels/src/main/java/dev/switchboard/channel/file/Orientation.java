package dev.switchboard.channel.file;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held: what is said of it goes with the metadata, so the picture itself is turned
 * before that.
 */
enum Orientation {
  UPRIGHT(1, 0, 0, 1, 0, 0),
  MIRRORED(-1, 0, 0, 1, 1, 0),
  HALF_TURNED(-1, 0, 0, -1, 1, 1),
  HALF_TURNED_AND_MIRRORED(1, 0, 0, -1, 0, 1),
  RIGHT_TURNED_AND_MIRRORED(0, 1, 1, 0, 0, 0),
  RIGHT_TURNED(0, 1, -1, 0, 1, 0),
  LEFT_TURNED_AND_MIRRORED(0, -1, -1, 0, 1, 1),
  LEFT_TURNED(0, -1, 1, 0, 0, 1);

  private static final int SEGMENT = 0xff;
  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private final double[] turn;
  // In widths and heights of the upright picture.
  private final int right;
  private final int down;

  Orientation(int m00, int m10, int m01, int m11, int right, int down) {
    this.turn = new double[] {m00, m10, m01, m11};
    this.right = right;
    this.down = down;
  }

  boolean isOnItsSide() {
    return turn[0] == 0;
  }

  /** What turns the picture upright. */
  AffineTransform upright(int width, int height) {
    return new AffineTransform(
        turn[0],
        turn[1],
        turn[2],
        turn[3],
        right * (isOnItsSide() ? height : width),
        down * (isOnItsSide() ? width : height));
  }

  /** What a JPEG says; upright where it says nothing, or nothing that can be read. */
  static Orientation ofJpeg(byte[] jpeg) {
    var bytes = ByteBuffer.wrap(jpeg);
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == SEGMENT) {
      int marker = jpeg[at + 1] & 0xff;
      int length = bytes.getShort(at + 2) & 0xffff;
      if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
        return UPRIGHT;
      }
      if (marker == APP1 && length > 2 + EXIF.length && startsWithExif(jpeg, at + 4)) {
        return ofExif(bytes.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean startsWithExif(byte[] jpeg, int at) {
    return ByteBuffer.wrap(jpeg, at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }

  private static Orientation ofExif(ByteBuffer exif) {
    if (exif.limit() < 10) {
      return UPRIGHT;
    }
    exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = exif.getInt(4) & 0xffffffffL;
    if (directory + 2 > exif.limit()) {
      return UPRIGHT;
    }
    int first = (int) directory + 2;
    int entries = exif.getShort((int) directory) & 0xffff;
    for (int i = 0; i < entries && first + (i + 1) * ENTRY_BYTES <= exif.limit(); i++) {
      int entry = first + i * ENTRY_BYTES;
      if ((exif.getShort(entry) & 0xffff) == TAG) {
        return numbered(exif.getShort(entry + 8));
      }
    }
    return UPRIGHT;
  }

  private static Orientation numbered(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
  }
}
