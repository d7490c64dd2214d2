package dev.switchboard.channel.desk;

import dev.switchboard.bot.conversation.Translations;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Translates for agents what a customer wrote, and for a customer what an agent is writing. */
@Controller("/desk/api/cases/{id}/translation")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TranslationController {
  private static final String TEAM = "team";
  private static final String CUSTOMER = "customer";
  private static final int LONGEST = 4_000;

  private final CaseReader reader;
  private final Translations translations;

  TranslationController(CaseReader reader, Translations translations) {
    this.reader = reader;
    this.translations = translations;
  }

  /** A text in another language. */
  @Serdeable
  record Translated(String text) {}

  @Post
  Translated translate(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var asked = JsonBody.of(request, body);
    var text = asked.text("text");
    if (text.length() > LONGEST) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY, "text", "A text must have 4,000 characters at most.");
    }
    var file = reader.file(id);
    return (switch (asked.text("for")) {
          case TEAM -> translations.forTeam(id, text);
          case CUSTOMER -> translations.forCustomer(id, file.matter(), text);
          default ->
              throw new Refusal(
                  HttpStatus.UNPROCESSABLE_ENTITY, "for", "It must be for team or customer.");
        })
        .map(Translated::new)
        .orElseThrow(() ->
            new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, "translation", "It cannot be translated now."));
  }
}
