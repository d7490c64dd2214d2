package dev.switchboard.channel.file;

import dev.switchboard.bot.conversation.Attachment;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.SystemFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A customer's file on its way to a browser. It is shown where it is pixels encoded here, saved
 * otherwise, and never run: not by its type, not by what a browser might guess, not in a frame.
 */
public final class Download {
  private Download() {}

  /** The answer with the file. */
  public static MutableHttpResponse<SystemFile> of(Attachment attachment, Path bytes) {
    var file = new SystemFile(bytes.toFile(), MediaType.of(attachment.mediaType()));
    return HttpResponse.ok(file)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment))
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=600");
  }

  /** As RFC 6266 has it: a plain name for old programs, and the whole one. */
  private static String disposition(Attachment attachment) {
    var how = attachment.kind() == Attachment.Kind.IMAGE ? "inline" : "attachment";
    var plain = attachment.name().replaceAll("[^A-Za-z0-9._ -]", "_");
    var whole =
        URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A");
    return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(how, plain, whole);
  }
}
