package dev.switchboard.channel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.switchboard.channel.http.Refusal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures, decoded and encoded anew. */
@Timeout(60)
class PicturesTest {
  private final Pictures pictures = new Pictures();

  @ParameterizedTest
  @CsvSource({"PNG, PNG", "JPEG, JPEG", "GIF, PNG"})
  void keepsThePixels(Format format, Format kept) throws IOException {
    var picture = pictures.renewed(format, image(format, 40, 30));

    assertThat(picture.format()).isEqualTo(kept);
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(30);
    assertRed(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getRGB(1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
      })
  void readsWebp(String base64) {
    var picture = pictures.renewed(Format.WEBP, Base64.getDecoder().decode(base64));

    assertThat(picture.width()).isEqualTo(1);
    assertThat(picture.height()).isEqualTo(1);
    assertThat(picture.format()).isIn(Format.PNG, Format.JPEG);
  }

  @Test
  void leavesOutWhatIsNoPixel() throws IOException {
    var tail = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    for (var format : new Format[] {Format.PNG, Format.JPEG, Format.GIF}) {
      var renewed = pictures.renewed(format, joined(image(format, 8, 8), tail));
      assertThat(text(renewed.bytes())).doesNotContain("script");
    }
    var jpeg = withExif(image(Format.JPEG, 8, 8), 1);
    assertThat(text(jpeg)).contains("Exif");
    assertThat(text(pictures.renewed(Format.JPEG, jpeg).bytes())).doesNotContain("Exif");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 40, 30, 0, 0",
    "2, 40, 30, 39, 0",
    "3, 40, 30, 39, 29",
    "4, 40, 30, 0, 29",
    "5, 30, 40, 0, 0",
    "6, 30, 40, 29, 0",
    "7, 30, 40, 29, 39",
    "8, 30, 40, 0, 39"
  })
  void turnsPicturesUpright(int orientation, int width, int height, int x, int y)
      throws IOException {
    var jpeg = withExif(image(Format.JPEG, 40, 30), orientation);

    var picture = pictures.renewed(Format.JPEG, jpeg);

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    // The red corner was at the top left of what the camera saw.
    assertRed(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getRGB(x, y));
  }

  @Test
  void refusesTooManyPixelsBeforeDecodingOne() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(() -> pictures.renewed(Format.PNG, pngOf(60_000, 60_000)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("40 million");
    assertThatThrownBy(() -> pictures.renewed(Format.PNG, pngOf(Integer.MAX_VALUE, 1)))
        .isInstanceOf(Refusal.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
  }

  @Test
  void keepsAPartOfTheRowsAndColumnsOfAVeryLargePicture() throws IOException {
    var picture = pictures.renewed(Format.PNG, image(Format.PNG, 8_000, 5_000));

    assertThat(picture.width()).isEqualTo(4_000);
    assertThat(picture.height()).isEqualTo(2_500);
    assertThatThrownBy(() -> pictures.renewed(Format.PNG, pngOf(8_001, 5_000)))
        .isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"PNG", "JPEG", "GIF", "WEBP"})
  void refusesWhatCannotBeReadWhateverItHolds(Format format) throws IOException {
    var webp = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";
    var good = format == Format.WEBP ? Base64.getDecoder().decode(webp) : image(format, 20, 20);
    var random = new Random(7);
    for (int i = 0; i < 60; i++) {
      var bad = good.clone();
      for (int changes = 0; changes < 1 + i % 6; changes++) {
        bad[random.nextInt(4, bad.length)] = (byte) random.nextInt();
      }
      var bytes = i % 3 == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
      try {
        assertThat(pictures.renewed(format, bytes).bytes()).isNotEmpty();
      } catch (Refusal refused) {
        assertThat(refused).hasMessageContaining("picture");
      }
    }
  }

  private static byte[] image(Format format, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, 16, 16);
    canvas.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format.name(), bytes);
    return bytes.toByteArray();
  }

  private static void assertRed(int rgb) {
    var color = new Color(rgb);
    assertThat(color.getRed()).isGreaterThan(180);
    assertThat(color.getBlue()).isLessThan(80);
  }

  /** The JPEG with the metadata of a camera that was held so. */
  private static byte[] withExif(byte[] jpeg, int orientation) {
    var exif = ByteBuffer.allocate(38);
    exif.put(new byte[] {(byte) 0xff, (byte) 0xe1}).putShort((short) 36);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return joined(
        Arrays.copyOf(jpeg, 2), joined(exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length)));
  }

  /** The beginning of a PNG of that size, with nothing in it. */
  private static byte[] pngOf(int width, int height) {
    var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    var sum = new CRC32();
    sum.update(header.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(header.array())
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
