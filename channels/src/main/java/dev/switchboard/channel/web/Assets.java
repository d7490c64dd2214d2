package dev.switchboard.channel.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page and of the widget, from the folder {@code web} on the class path. */
@Singleton
final class Assets {

  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.(html|js|css|svg)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /** The page's file of the name, if there is one; a name with anything unusual in it has none. */
  Optional<Asset> find(String name) {
    return find("/web/", name);
  }

  /** The widget's file of the name, if there is one. */
  Optional<Asset> findInWidget(String name) {
    return find("/web/widget/", name);
  }

  /** The desk's file of the name, if there is one. */
  Optional<Asset> findAtDesk(String name) {
    return find("/web/desk/", name);
  }

  private Optional<Asset> find(String folder, String name) {
    return NAME.matcher(name).matches()
        ? Optional.ofNullable(read.computeIfAbsent(folder + name, Assets::read))
        : Optional.empty();
  }

  private static @Nullable Asset read(String path) {
    try (var file = Assets.class.getResourceAsStream(path)) {
      return file == null ? null : Asset.of(path, file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file.
   *
   * @param content what it holds; never changed
   * @param type its content type
   * @param tag its entity tag, different whenever its content differs
   */
  record Asset(byte[] content, String type, String tag) {

    private static Asset of(String path, byte[] content) {
      var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
      return new Asset(content, String.valueOf(type), tag(content));
    }

    /** Weak, as the server may compress what it sends. */
    private static String tag(byte[] content) {
      try {
        var hash = MessageDigest.getInstance("SHA-256").digest(content);
        return "W/\"" + HexFormat.of().formatHex(hash, 0, 8) + "\"";
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
