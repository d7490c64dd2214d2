package dev.switchboard.channel.file;

import dev.switchboard.bot.conversation.Attachment.Kind;
import dev.switchboard.bot.conversation.ReceivedFile;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

/** Decides which files are taken, and as what. What the sender says of a file is not believed. */
@Singleton
public final class Examination {
  private final Pictures pictures;

  Examination(Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * The file as it may be kept.
   *
   * @throws Refusal with 415 when content and name do not agree on a format that is taken, with 422
   *     when it is a picture that cannot be read, or has too many pixels
   */
  public ReceivedFile examine(FormFile file) {
    var name = FileName.of(file.name());
    var content = new Content(file.content());
    var format = Format.of(content, name).orElseThrow(() -> refused(content));
    return format.kind() == Kind.IMAGE
        ? picture(name, pictures.renewed(format, file.content()))
        : new ReceivedFile(
            format.kind(),
            name.toString(),
            format.mediaType(),
            0,
            0,
            out -> out.write(file.content()));
  }

  private static ReceivedFile picture(FileName name, Pictures.Picture picture) {
    var ending = picture.format() == Format.JPEG ? "jpg" : "png";
    return new ReceivedFile(
        Kind.IMAGE,
        name.ending(ending).toString(),
        picture.format().mediaType(),
        picture.width(),
        picture.height(),
        out -> out.write(picture.bytes()));
  }

  private static Refusal refused(Content content) {
    return content.isHeic()
        ? new Refusal(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "file_heic",
            "Pictures in this format cannot be shown. Please send it as JPEG or PNG.")
        : new Refusal(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "file_type",
            "Send a picture (png, jpg, gif, webp), a document (pdf, docx, txt, csv) or a sound"
                + " (webm, ogg, m4a, mp3, wav), with the name's ending that belongs to it.");
  }
}
