package dev.switchboard.bot.media;

import dev.langchain4j.data.message.ImageContent;
import dev.switchboard.bot.Picture;
import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Pictures as models take them: no larger than they look at anyway. */
public final class FittedPicture {
  /** The longest side that models look at, in pixels. */
  static final int LONGEST_SIDE = 1_568;

  private static final int MOST_BYTES = 5_000_000;

  private FittedPicture() {}

  /** The picture as a part of a message; empty when it cannot be read any more. */
  public static Optional<ImageContent> of(Picture picture) {
    try {
      var bytes = Files.readAllBytes(picture.file());
      var image = ImageIO.read(picture.file().toFile());
      if (image == null) {
        return Optional.empty();
      }
      int longest = Math.max(image.getWidth(), image.getHeight());
      boolean fits = longest <= LONGEST_SIDE && bytes.length <= MOST_BYTES;
      return Optional.of(
          fits
              ? content(bytes, picture.mediaType())
              : content(jpeg(image, Math.min(1, (double) LONGEST_SIDE / longest)), "image/jpeg"));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  // The default, low, would not let them read a screenshot.
  private static ImageContent content(byte[] bytes, String mediaType) {
    return ImageContent.from(
        Base64.getEncoder().encodeToString(bytes), mediaType, ImageContent.DetailLevel.HIGH);
  }

  private static byte[] jpeg(BufferedImage image, double scale) throws IOException {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = smaller.createGraphics();
    try {
      canvas.setColor(Color.WHITE);
      canvas.fillRect(0, 0, width, height);
      canvas.drawImage(
          image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    } finally {
      canvas.dispose();
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(smaller, "jpeg", out);
    return out.toByteArray();
  }
}
