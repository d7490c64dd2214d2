package dev.switchboard.channel.slack.post;

import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.switchboard.channel.slack.api.Outcome;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Posts messages, each once.
 *
 * <p>Slack knows no key for that. A post whose outcome was never heard of is looked for first, by
 * the number it carries in its metadata.
 */
@Singleton
public final class ThreadPoster {
  private static final String EVENT = "switchboard_post";
  private static final String NUMBER = "post";
  private static final int LOOKED_BACK = 100;

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
      switch (found(workspace, post, rootTs)) {
        case Outcome.Done<Optional<String>>(var ts) when ts.isPresent() -> {
          return new Written.Sent(count, ts.get());
        }
        // What cannot be looked up may be missing: better twice than never.
        case Outcome.Done<Optional<String>> _, Outcome.Never<Optional<String>> _ -> {}
        case Outcome.Later<Optional<String>>(var after, var because, _) -> {
          return new Written.Later(after, because, true);
        }
      }
    }
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.chatPostMessage(asks -> message.apply(addressed(asks, post, rootTs))));
    return Written.of(outcome, count, ChatPostMessageResponse::getTs);
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

  private Outcome<Optional<String>> found(Workspace workspace, Post post, String rootTs) {
    return rootTs.isEmpty() ? inChannel(workspace, post) : inThread(workspace, post, rootTs);
  }

  private Outcome<Optional<String>> inChannel(Workspace workspace, Post post) {
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.conversationsHistory(asks ->
                    asks.channel(post.channelId()).includeAllMetadata(true).limit(LOOKED_BACK)));
    return mapped(outcome, ConversationsHistoryResponse::getMessages, post);
  }

  private Outcome<Optional<String>> inThread(Workspace workspace, Post post, String rootTs) {
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.conversationsReplies(asks ->
                    asks.channel(post.channelId())
                        .ts(rootTs)
                        .includeAllMetadata(true)
                        .limit(LOOKED_BACK)));
    return mapped(outcome, ConversationsRepliesResponse::getMessages, post);
  }

  private static <T> Outcome<Optional<String>> mapped(
      Outcome<T> outcome, Function<T, List<Message>> messages, Post post) {
    return switch (outcome) {
      case Outcome.Done<T>(var answer) ->
          new Outcome.Done<>(carrying(messages.apply(answer), post));
      case Outcome.Later<T>(var after, var because, var doubtful) ->
          new Outcome.Later<>(after, because, doubtful);
      case Outcome.Never<T>(var error, var detail) -> new Outcome.Never<>(error, detail);
    };
  }

  private static Optional<String> carrying(List<Message> messages, Post post) {
    var number = String.valueOf(post.number());
    return Objects.requireNonNullElse(messages, List.<Message>of()).stream()
        .filter(message -> message.getMetadata() != null)
        .filter(message -> EVENT.equals(message.getMetadata().getEventType()))
        .filter(message -> number.equals(message.getMetadata().getEventPayload().get(NUMBER)))
        .map(Message::getTs)
        .findFirst();
  }
}
