package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files in the workspace. Guarded by itself. */
final class Shelf {
  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png", "jpg", "image/jpeg", "pdf", "application/pdf", "txt", "text/plain");

  private final Town town;
  private final Map<String, JsonObject> files = new HashMap<>();
  private final Map<String, byte[]> contents = new HashMap<>();
  private String base = "";

  Shelf(Town town) {
    this.town = town;
  }

  synchronized void base(String base) {
    this.base = base;
  }

  /** Makes room for a file that is about to be uploaded. */
  synchronized JsonObject reserve(String name, long length, String user) {
    if (name.isEmpty() || length <= 0) {
      throw new SandboxError("invalid_arguments");
    }
    var id = town.id("F");
    files.put(id, file(id, name, length, user));
    return Json.of("upload_url", base + "_upload/" + id, "file_id", id);
  }

  private JsonObject file(String id, String name, long length, String user) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var path = id + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Json.of(
        "id", id,
        "name", name,
        "title", name,
        "mimetype", TYPES.getOrDefault(ending, "application/octet-stream"),
        "filetype", ending,
        "user", user,
        "size", length,
        "mode", "hosted",
        "file_access", "visible",
        "url_private", base + "files-pri/" + path,
        "url_private_download", base + "files-pri/" + path + "?download=1");
  }

  /** Takes the bytes for which room was made; they must be as many as were announced. */
  synchronized boolean put(String id, byte[] bytes) {
    var file = files.get(id);
    boolean fits = file != null && file.get("size").getAsLong() == bytes.length;
    if (fits) {
      contents.put(id, bytes);
    }
    return fits;
  }

  /** A file that somebody brings along. */
  synchronized JsonObject add(String user, String name, byte[] bytes) {
    var id = town.id("F");
    files.put(id, file(id, name, bytes.length, user));
    contents.put(id, bytes);
    return known(id);
  }

  /** Gives an uploaded file its title. */
  synchronized JsonObject complete(String id, String title) {
    if (!contents.containsKey(id)) {
      throw new SandboxError("file_not_found");
    }
    known(id).addProperty("title", title);
    return known(id);
  }

  synchronized JsonObject known(String id) {
    return Optional.ofNullable(files.get(id)).orElseThrow(() -> new SandboxError("file_not_found"));
  }

  synchronized Optional<byte[]> content(String id) {
    return Optional.ofNullable(contents.get(id));
  }
}
