package dev.switchboard.channel.web;

import dev.switchboard.bot.store.Sha256;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The files of the pages and of the widget, from the folder {@code web} on the class path. */
@Singleton
final class Assets {

  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.(html|js|css|svg)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Set<String> COMMENTED = Set.of("js", "css");

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

  /**
   * Several files as one, in their order, so that a browser asks once instead of often.
   *
   * @param name what the whole is called; its ending tells the content type
   * @param paths the files, below the folder {@code web}; all of them must be there
   */
  static Asset together(String name, List<String> paths) {
    var whole = new ByteArrayOutputStream();
    for (var path : paths) {
      try (var file = Assets.class.getResourceAsStream("/web/" + path)) {
        Objects.requireNonNull(file, path).transferTo(whole);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Asset.of(name, whole.toByteArray());
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
   * @param zipped the same, packed as gzip does it
   * @param type its content type
   * @param tag its entity tag, different whenever its content differs
   */
  record Asset(byte[] content, byte[] zipped, String type, String tag) {

    private static Asset of(String path, byte[] file) {
      var ending = path.substring(path.lastIndexOf('.') + 1);
      var content = COMMENTED.contains(ending) ? SourceComments.without(file) : file;
      return new Asset(content, zip(content), String.valueOf(TYPES.get(ending)), tag(content));
    }

    /** Once and as small as can be, where the server would do it quickly for every request. */
    private static byte[] zip(byte[] content) {
      var zipped = new ByteArrayOutputStream();
      try (var out = new Smallest(zipped)) {
        out.write(content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return zipped.toByteArray();
    }

    /** Weak, as it stands for the packed content as well. */
    private static String tag(byte[] content) {
      return "W/\"" + HexFormat.of().formatHex(Sha256.of(content), 0, 8) + "\"";
    }
  }

  /** Packs as small as gzip can. */
  private static final class Smallest extends GZIPOutputStream {
    Smallest(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
