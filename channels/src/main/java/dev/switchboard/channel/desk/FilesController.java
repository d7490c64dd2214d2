package dev.switchboard.channel.desk;

import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.channel.file.Download;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

/** Gives the team the files that customers sent. */
@Controller("/desk/api/files")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
@ExecuteOn(TaskExecutors.BLOCKING)
final class FilesController {
  private final Attachments attachments;

  FilesController(Attachments attachments) {
    this.attachments = attachments;
  }

  /**
   * The bytes of a file that came with a message; of one that still waits for its message, none.
   */
  @Get("/{id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> bytes(String id) {
    return attachments
        .find(id)
        .filter(found -> found.seq() > 0)
        .flatMap(found -> attachments.bytes(found).map(bytes -> Download.of(found, bytes)))
        .<HttpResponse<?>>map(answer -> answer)
        .orElseGet(HttpResponse::notFound);
  }
}
