package dev.switchboard.channel.slack.desk;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Says what only one person sees. */
@Singleton
final class WhisperWriter implements PostWriter {
  static final String KIND = "whisper";

  private final SlackApi api;

  WhisperWriter(SlackApi api) {
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
    var post = posts.getFirst();
    var whisper = Whispers.read(post.payload());
    var outcome =
        api.call(workspace.token(), methods -> methods.chatPostEphemeral(request(post, whisper)));
    return Written.of(outcome, 1, (ChatPostEphemeralResponse _) -> "");
  }

  private static ChatPostEphemeralRequest request(Post post, Whispers.Whisper whisper) {
    var request =
        ChatPostEphemeralRequest.builder()
            .channel(post.channelId())
            .user(whisper.userId())
            .text(whisper.text())
            .blocks(blocks(whisper));
    return (whisper.threadTs().isEmpty() ? request : request.threadTs(whisper.threadTs())).build();
  }

  private static List<LayoutBlock> blocks(Whispers.Whisper whisper) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(section(part -> part.text(markdownText(whisper.text()))));
    if (!whisper.buttons().isEmpty()) {
      var elements = whisper.buttons().stream().map(WhisperWriter::element).toList();
      blocks.add(actions(row -> row.elements(elements)));
    }
    return blocks;
  }

  private static BlockElement element(Whispers.Button asked) {
    var act = Act.of(asked.act()).orElseThrow();
    return button(b -> b.actionId(act.id()).text(plainText(act.label())).value(asked.ref()));
  }
}
