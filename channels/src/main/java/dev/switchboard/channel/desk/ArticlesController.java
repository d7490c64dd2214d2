package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.article.ArticleDraft;
import dev.switchboard.bot.article.ArticleDrafts;
import dev.switchboard.bot.article.CaseArticles;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.signin.SignedIn;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes drafts of articles out of cases, and shows them to those who write articles. */
@Controller("/desk/api")
@Hidden
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArticlesController {
  private final CaseReader reader;
  private final CaseArticles articles;
  private final ArticleDrafts drafts;

  ArticlesController(CaseReader reader, CaseArticles articles, ArticleDrafts drafts) {
    this.reader = reader;
    this.articles = articles;
    this.drafts = drafts;
  }

  /**
   * A draft, as {@link ArticleDraft} explains it.
   *
   * @param origin the case it was made of
   * @param at when, ISO 8601
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shown(
      String id,
      String title,
      List<String> variants,
      String answer,
      @JsonProperty("case") String origin,
      String at,
      String by) {
    static Shown of(ArticleDraft draft) {
      return new Shown(
          draft.id(),
          draft.title(),
          draft.variants(),
          draft.answer(),
          draft.origin(),
          draft.at().toString(),
          draft.by());
    }
  }

  /** Makes a draft of the case, and shows it; the same again when there is one already. */
  @Post("/cases/{id}/article")
  @Secured({"AGENT", "LEAD", "ADMIN"})
  HttpResponse<Shown> make(
      String id, Authentication caller, HttpRequest<?> request, @Body @Nullable InputStream body) {
    reader.require(id);
    JsonBody.of(request, body);
    return switch (articles.of(id, SignedIn.account(caller).name())) {
      case CaseArticles.Outcome.Made(var draft) -> HttpResponse.created(Shown.of(draft));
      case CaseArticles.Outcome.Kept(var draft) -> HttpResponse.ok(Shown.of(draft));
      case CaseArticles.Outcome.Refused(var because) ->
          throw new Refusal(HttpStatus.CONFLICT, "refused", Sentence.of(because));
    };
  }

  /** Drafts, the latest made first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record All(List<Shown> drafts) {}

  @Get("/drafts")
  @Secured({"AUTHOR", "LEAD", "ADMIN"})
  HttpResponse<All> all() {
    return HttpResponse.ok(new All(drafts.all().stream().map(Shown::of).toList()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
