package dev.switchboard.channel.file;

import dev.switchboard.bot.conversation.Attachment.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The formats that are taken: what their bytes look like and what their names end in. */
enum Format {
  PNG(Kind.IMAGE, "image/png", Content::isPng, "png"),
  JPEG(Kind.IMAGE, "image/jpeg", Content::isJpeg, "jpg", "jpeg", "jpe", "jfif"),
  GIF(Kind.IMAGE, "image/gif", Content::isGif, "gif"),
  WEBP(Kind.IMAGE, "image/webp", Content::isWebp, "webp"),
  PDF(Kind.FILE, "application/pdf", Content::isPdf, "pdf"),
  DOCX(
      Kind.FILE,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      Content::isDocx,
      "docx"),
  WEBM(Kind.AUDIO, "audio/webm", Content::isWebm, "webm", "weba"),
  OGG(Kind.AUDIO, "audio/ogg", Content::isOgg, "ogg", "oga", "opus"),
  MP4(Kind.AUDIO, "audio/mp4", Content::isMp4, "m4a", "mp4"),
  MPEG(Kind.AUDIO, "audio/mpeg", Content::isMpeg, "mp3", "mpga"),
  WAV(Kind.AUDIO, "audio/wav", Content::isWav, "wav"),
  // Last: text is what nothing else is.
  CSV(Kind.FILE, "text/csv", Content::isText, "csv"),
  TXT(Kind.FILE, "text/plain", Content::isText, "txt");

  private final Kind kind;
  private final String mediaType;
  private final Predicate<Content> looks;
  private final Set<String> endings;

  Format(Kind kind, String mediaType, Predicate<Content> looks, String... endings) {
    this.kind = kind;
    this.mediaType = mediaType;
    this.looks = looks;
    this.endings = Set.of(endings);
  }

  Kind kind() {
    return kind;
  }

  String mediaType() {
    return mediaType;
  }

  /** The format that both the bytes and the name's ending say it is, if any. */
  static Optional<Format> of(Content content, FileName name) {
    return Arrays.stream(values())
        .filter(format -> format.endings.contains(name.ending()))
        .filter(format -> format.looks.test(content))
        .findFirst();
  }
}
