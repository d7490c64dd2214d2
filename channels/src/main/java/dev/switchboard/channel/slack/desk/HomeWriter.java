package dev.switchboard.channel.slack.desk;

import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.view.Views.view;

import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.people.People;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.Written;
import dev.switchboard.channel.slack.text.Cut;
import jakarta.inject.Singleton;
import java.util.List;

/** Draws the app's own page for somebody: who waits, and what they have. */
@Singleton
final class HomeWriter implements PostWriter {
  static final String KIND = "home";

  private static final int LONGEST = 2_900;

  private final Overview overview;
  private final People people;
  private final SlackApi api;

  HomeWriter(Overview overview, People people, SlackApi api) {
    this.overview = overview;
    this.people = people;
    this.api = api;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isPaced() {
    return false;
  }

  @Override
  public Written write(Workspace workspace, List<Post> posts) {
    var userId = posts.getFirst().payload();
    var blocks = blocks(workspace, userId);
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.viewsPublish(asks ->
                    asks.userId(userId).view(view(home -> home.type("home").blocks(blocks)))));
    return Written.of(outcome, posts.size(), (ViewsPublishResponse _) -> "");
  }

  private List<LayoutBlock> blocks(Workspace workspace, String userId) {
    return switch (people.of(workspace.teamId(), userId)) {
      case People.Person.Agent(var account, _) ->
          List.of(
              header(title -> title.text(plainText("Your cases"))),
              text(overview.of(workspace, account.name())),
              divider(),
              header(title -> title.text(plainText("Waiting for a person"))),
              text(overview.waiting(workspace)));
      case People.Person.Outsider _, People.Person.Unknown _ ->
          List.of(
              text(
                  "Write me a message, and I answer from what the support team knows, with the"
                      + " source. I am an automated assistant; you can ask for a person at any"
                      + " time."));
    };
  }

  private static LayoutBlock text(String words) {
    return section(part -> part.text(markdownText(Cut.to(words, LONGEST))));
  }
}
