package dev.switchboard.channel.file;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes pictures and encodes them anew: where they were taken, what they hide behind the pixels,
 * and what only pretends to be a picture, is gone then. Of a moving picture the first is kept.
 */
@Singleton
final class Pictures {
  /** Most pixels of a picture; more are refused before one is decoded. */
  static final int MOST_PIXELS = 40_000_000;

  /** Most pixels that are kept; of a larger picture every second or third row and column is. */
  static final int MOST_KEPT = 12_000_000;

  private static final float QUALITY = 0.9f;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // One at a time: a large picture takes 160 MB while it is decoded.
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * A picture of nothing but pixels.
   *
   * @param width in pixels
   * @param height in pixels
   */
  record Picture(Format format, int width, int height, byte[] bytes) {}

  /**
   * Encodes the picture anew, upright.
   *
   * @param format what it looks like
   * @throws Refusal with 422 when it is too large or cannot be decoded, with 429 when others have
   *     to be waited for too long
   */
  Picture renewed(Format format, byte[] bytes) {
    await();
    try {
      var image = decoded(format, bytes);
      var orientation = format == Format.JPEG ? Orientation.ofJpeg(bytes) : Orientation.UPRIGHT;
      return encoded(target(format, image), upright(image, orientation));
    } catch (IOException | RuntimeException fault) {
      throw fault instanceof Refusal refusal ? refusal : unreadable();
    } finally {
      turn.release();
    }
  }

  private void await() {
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusal.tooMany(PATIENCE);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Refusal.tooMany(PATIENCE);
    }
  }

  private static BufferedImage decoded(Format format, byte[] bytes) throws IOException {
    var reader = reader(format);
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new Refusal(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "image_too_large",
            "The picture must not have more than 40 million pixels.");
      }
      var wanted = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_KEPT));
      wanted.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
      return reader.read(0, wanted);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(Format format) throws IOException {
    return format == Format.WEBP
        ? new WebPImageReaderSpi().createReaderInstance(null)
        : ImageIO.getImageReadersByFormatName(format.name()).next();
  }

  // A photograph as PNG would be many times as large.
  private static Format target(Format format, BufferedImage image) {
    return switch (format) {
      case JPEG -> Format.JPEG;
      case WEBP -> image.getColorModel().hasAlpha() ? Format.PNG : Format.JPEG;
      default -> Format.PNG;
    };
  }

  private static BufferedImage upright(BufferedImage image, Orientation orientation) {
    int width = orientation.isOnItsSide() ? image.getHeight() : image.getWidth();
    int height = orientation.isOnItsSide() ? image.getWidth() : image.getHeight();
    var type =
        image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    var upright = new BufferedImage(width, height, type);
    var canvas = upright.createGraphics();
    try {
      canvas.drawImage(image, orientation.upright(image.getWidth(), image.getHeight()), null);
    } finally {
      canvas.dispose();
    }
    return upright;
  }

  private static Picture encoded(Format format, BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var how = writer.getDefaultWriteParam();
      if (format == Format.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return new Picture(format, image.getWidth(), image.getHeight(), bytes.toByteArray());
  }

  private static Refusal unreadable() {
    return new Refusal(
        HttpStatus.UNPROCESSABLE_ENTITY, "image_unreadable", "The picture cannot be read.");
  }
}
