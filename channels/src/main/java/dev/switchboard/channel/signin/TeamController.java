package dev.switchboard.channel.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Change;
import dev.switchboard.bot.account.Change.Done;
import dev.switchboard.bot.account.Change.LastAdmin;
import dev.switchboard.bot.account.Change.Unknown;
import dev.switchboard.bot.account.Link.Invitation;
import dev.switchboard.bot.account.Links;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets admins decide who belongs to the team. */
@Controller("/desk/api/team")
@Hidden
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("ADMIN")
final class TeamController {
  private final Accounts accounts;
  private final Links links;

  TeamController(Accounts accounts, Links links) {
    this.accounts = accounts;
    this.links = links;
  }

  /** Everybody who ever belonged to the team, by name. */
  @Serdeable
  record Team(List<Member> members) {}

  /** One of them. */
  @Serdeable
  record Member(String id, String name, String email, String role, boolean active) {

    static Member of(Account account) {
      return new Member(
          account.id(), account.name(), account.email(), account.role().name(), account.active());
    }
  }

  /**
   * A link for an admin to pass on.
   *
   * @param path below the server's own address; the token is in the fragment, which is not sent
   */
  @Serdeable
  record Made(String path, @JsonProperty("expires_in") long expiresIn) {}

  @Get
  HttpResponse<Team> team() {
    return HttpResponse.ok(new Team(accounts.all().stream().map(Member::of).toList()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Post("/invitations")
  HttpResponse<Made> invite(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var entered = new Entered(JsonBody.of(request, body));
    var invitation = new Invitation(entered.email(), entered.role());
    if (accounts.findByEmail(invitation.email()).isPresent()) {
      throw new Refusal(
          HttpStatus.CONFLICT, "email", "There is an account with this address already.");
    }
    return made("/desk/join#" + links.forInvitation(invitation));
  }

  @Post("/{id}/reset-link")
  HttpResponse<Made> reset(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    JsonBody.of(request, body);
    var account = accounts.find(id).filter(Account::active).orElseThrow(TeamController::unknown);
    return made("/desk/reset#" + links.forReset(account));
  }

  private static HttpResponse<Made> made(String path) {
    return HttpResponse.created(new Made(path, Links.TIME.toSeconds()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Post("/{id}/role")
  Member changeRole(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    return member(accounts.changeRole(id, new Entered(JsonBody.of(request, body)).role()));
  }

  @Post("/{id}/active")
  Member changeActive(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    return member(accounts.changeActive(id, JsonBody.of(request, body).flag("active")));
  }

  private static Member member(Change change) {
    return switch (change) {
      case Done done -> Member.of(done.account());
      case Unknown _ -> throw unknown();
      case LastAdmin _ ->
          throw new Refusal(
              HttpStatus.CONFLICT, "last_admin", "Somebody else has to be an admin first.");
    };
  }

  private static Refusal unknown() {
    return new Refusal(HttpStatus.NOT_FOUND, "There is nobody of that id.");
  }
}
