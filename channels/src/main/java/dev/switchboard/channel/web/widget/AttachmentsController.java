package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.media.VoiceReader;
import dev.switchboard.bot.store.FileStore;
import dev.switchboard.channel.file.Download;
import dev.switchboard.channel.file.Examination;
import dev.switchboard.channel.file.FormFile;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.http.UnreadBody;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes files in, and gives them back to whoever has a link. */
@Controller("/widget/v1/attachments")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttachmentsController {
  private final Door door;
  private final Limits limits;
  private final FileStore files;
  private final Examination examination;
  private final Attachments attachments;
  private final AttachmentLinks links;
  private final VoiceReader voices;

  AttachmentsController(
      Door door,
      Limits limits,
      FileStore files,
      Examination examination,
      Attachments attachments,
      AttachmentLinks links,
      VoiceReader voices) {
    this.door = door;
    this.limits = limits;
    this.files = files;
    this.examination = examination;
    this.attachments = attachments;
    this.links = links;
    this.voices = voices;
  }

  /** What was kept. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Kept(
      @JsonProperty("attachment_id") String attachmentId,
      String kind,
      String name,
      long size,
      @Nullable Integer width,
      @Nullable Integer height) {
    static Kept of(Attachment attachment) {
      return new Kept(
          attachment.id(),
          Shown.kind(attachment),
          attachment.name(),
          attachment.size(),
          attachment.width() == 0 ? null : attachment.width(),
          attachment.height() == 0 ? null : attachment.height());
    }
  }

  /** Keeps a file for a message that follows; it is durable when this returns. */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<Kept> keep(HttpRequest<?> request, @Body @Nullable InputStream body) {
    UnreadBody.taken(request);
    try (var form = body == null ? InputStream.nullInputStream() : body) {
      return keep(request, door.visitor(request), form);
    } catch (IOException broken) {
      throw new Refusal(HttpStatus.BAD_REQUEST, "form", "The file did not arrive in full.");
    }
  }

  private HttpResponse<Kept> keep(HttpRequest<?> request, Visitor visitor, InputStream form)
      throws IOException {
    var boundary = FormFile.boundary(request);
    limits.countMessage(request, visitor);
    var file = examination.examine(FormFile.of(received(form), boundary));
    var kept =
        attachments
            .keep(Visitor.CHANNEL, visitor.id(), file)
            .orElseThrow(() ->
                new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "files_waiting",
                    "Send the files you have chosen before you choose more."));
    return HttpResponse.created(Kept.of(kept)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  // Put aside as it comes, however slowly, and only then read into memory.
  private byte[] received(InputStream form) throws IOException {
    var aside = files.aside(form, FormFile.LARGEST_FORM);
    try {
      if (Files.size(aside) > FormFile.LARGEST_FORM) {
        throw FormFile.tooLarge();
      }
      return Files.readAllBytes(aside);
    } finally {
      files.discard(aside);
    }
  }

  /** What is said in a voice note. */
  @Serdeable
  record Spoken(String text) {}

  /** Has a voice note of the visitor's own written down, for them to change and send. */
  @Post("/{id}/words")
  @Consumes(MediaType.ALL)
  Spoken words(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var visitor = door.visitor(request);
    JsonBody.of(request, body);
    var own =
        attachments
            .find(id)
            .filter(found -> found.address().equals(visitor.id()))
            .filter(found -> found.kind() == Attachment.Kind.AUDIO)
            .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "There is no such voice note."));
    limits.countMessage(request, visitor);
    return attachments
        .bytes(own)
        .flatMap(path -> voices.read(own.id(), own.mediaType(), path, own.conversationId()))
        .map(Spoken::new)
        .orElseThrow(() ->
            new Refusal(
                HttpStatus.UNPROCESSABLE_ENTITY, "not_heard", "Nobody could tell what is said."));
  }

  /** The bytes of a file, for whoever has a link to it; without one there is no such file. */
  @Get("/{id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> bytes(String id, HttpRequest<?> request) {
    var until = only(request, "until").filter(text -> text.matches("\\d{1,12}"));
    var signature = only(request, "signature");
    if (until.isEmpty() || signature.isEmpty()) {
      return HttpResponse.notFound();
    }
    long end = Long.parseLong(until.get());
    return attachments
        .find(id)
        .filter(found -> links.opens(found, end, signature.get()))
        .flatMap(found -> attachments.bytes(found).map(bytes -> Download.of(found, bytes)))
        .<HttpResponse<?>>map(answer -> answer)
        .orElseGet(HttpResponse::notFound);
  }

  private static Optional<String> only(HttpRequest<?> request, String parameter) {
    var given = request.getParameters().getAll(parameter);
    return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
  }
}
