package dev.switchboard.channel.slack.post;

import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.channel.slack.api.Outcome;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Posts messages and files, each once.
 *
 * <p>Slack knows no key for that. A post whose outcome was never heard of is looked for first, by
 * the number it carries in its metadata.
 */
@Singleton
public final class ThreadPoster {
  private static final String EVENT = "switchboard_post";
  private static final String NUMBER = "post";
  private static final int LOOKED_BACK = 100;
  private static final int TOLD_OF_ID = 6;

  private final SlackApi api;

  ThreadPoster(SlackApi api) {
    this.api = api;
  }

  /**
   * Posts the first of the posts, in the name of so many of them.
   *
   * @param rootTs the thread, empty for the channel itself
   * @param message what is posted
   */
  public Written post(
      Workspace workspace,
      List<Post> posts,
      int count,
      String rootTs,
      UnaryOperator<ChatPostMessageRequestBuilder> message) {
    var post = posts.getFirst();
    if (post.doubtful()) {
      var before = before(workspace, post, rootTs, count, message(post));
      if (before.isPresent()) {
        return before.get();
      }
    }
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.chatPostMessage(asks -> message.apply(addressed(asks, post, rootTs))));
    return Written.of(outcome, count, ChatPostMessageResponse::getTs);
  }

  /**
   * Posts a file.
   *
   * <p>Slack tells no message for a file, and lets it appear a little later. A file is known again
   * by its title, in which a part of its id stands.
   *
   * @param rootTs the thread, empty for the channel itself
   */
  public Written postFile(
      Workspace workspace, Post post, String rootTs, Attachment file, byte[] content) {
    var title = file.name() + " · " + file.id().substring(0, TOLD_OF_ID);
    if (post.doubtful()) {
      var before = before(workspace, post, rootTs, 1, message -> isOf(message, title));
      if (before.isPresent()) {
        return before.get();
      }
    }
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.filesUploadV2(asks -> {
                  asks.channel(post.channelId())
                      .filename(file.name())
                      .title(title)
                      .fileData(content)
                      .requestFileInfo(false);
                  return rootTs.isEmpty() ? asks : asks.threadTs(rootTs);
                }));
    return Written.of(outcome, 1, (FilesUploadV2Response _) -> "");
  }

  private static boolean isOf(Message message, String title) {
    return Objects.requireNonNullElse(message.getFiles(), List.<File>of()).stream()
        .anyMatch(file -> title.equals(file.getTitle()));
  }

  /** What became of it when it was posted without our knowing, or empty when it was not. */
  private Optional<Written> before(
      Workspace workspace, Post post, String rootTs, int count, Predicate<Message> same) {
    return switch (found(workspace, post, rootTs, same)) {
      case Outcome.Done<Optional<String>>(var ts) -> ts.map(at -> new Written.Sent(count, at));
      // What cannot be looked up may be missing: better twice than never.
      case Outcome.Never<Optional<String>> _ -> Optional.empty();
      case Outcome.Later<Optional<String>>(var after, var because, _) ->
          Optional.of(new Written.Later(after, because, true));
    };
  }

  private static ChatPostMessageRequestBuilder addressed(
      ChatPostMessageRequestBuilder asks, Post post, String rootTs) {
    var addressed =
        asks.channel(post.channelId())
            .unfurlLinks(false)
            .unfurlMedia(false)
            .linkNames(false)
            .metadata(
                Message.Metadata.builder()
                    .eventType(EVENT)
                    .eventPayload(Map.of(NUMBER, String.valueOf(post.number())))
                    .build());
    return rootTs.isEmpty() ? addressed : addressed.threadTs(rootTs);
  }

  private Outcome<Optional<String>> found(
      Workspace workspace, Post post, String rootTs, Predicate<Message> same) {
    return rootTs.isEmpty()
        ? inChannel(workspace, post, same)
        : inThread(workspace, post, rootTs, same);
  }

  private Outcome<Optional<String>> inChannel(
      Workspace workspace, Post post, Predicate<Message> same) {
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.conversationsHistory(asks ->
                    asks.channel(post.channelId()).includeAllMetadata(true).limit(LOOKED_BACK)));
    return mapped(outcome, ConversationsHistoryResponse::getMessages, same);
  }

  private Outcome<Optional<String>> inThread(
      Workspace workspace, Post post, String rootTs, Predicate<Message> same) {
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.conversationsReplies(asks ->
                    asks.channel(post.channelId())
                        .ts(rootTs)
                        .includeAllMetadata(true)
                        .limit(LOOKED_BACK)));
    return mapped(outcome, ConversationsRepliesResponse::getMessages, same);
  }

  private static <T> Outcome<Optional<String>> mapped(
      Outcome<T> outcome, Function<T, List<Message>> messages, Predicate<Message> same) {
    return switch (outcome) {
      case Outcome.Done<T>(var answer) ->
          new Outcome.Done<>(
              Objects.requireNonNullElse(messages.apply(answer), List.<Message>of()).stream()
                  .filter(same)
                  .map(Message::getTs)
                  .findFirst());
      case Outcome.Later<T>(var after, var because, var doubtful) ->
          new Outcome.Later<>(after, because, doubtful);
      case Outcome.Never<T>(var error, var detail) -> new Outcome.Never<>(error, detail);
    };
  }

  private static Predicate<Message> message(Post post) {
    var number = String.valueOf(post.number());
    return message ->
        message.getMetadata() != null
            && EVENT.equals(message.getMetadata().getEventType())
            && number.equals(message.getMetadata().getEventPayload().get(NUMBER));
  }
}
