package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Picture;
import dev.switchboard.bot.Progress;
import dev.switchboard.bot.Proposal;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.conversation.Command.Escalate;
import dev.switchboard.bot.media.DocumentReader;
import dev.switchboard.bot.media.PictureReader;
import dev.switchboard.bot.media.VoiceReader;
import dev.switchboard.bot.privacy.Wordless;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the engine; where that fails, a person has to see to it, and the customer is told. */
@Singleton
final class Drafter {
  /** How often a turn is tried that takes its worker down, before a person has to see to it. */
  static final int MOST_TRIES = 3;

  private static final int MOST_PICTURES = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Drafter.class);

  private final Thinking thinking;
  private final Escalation escalation;
  private final Attachments attachments;
  private final PictureReader reader;
  private final VoiceReader voices;
  private final DocumentReader documents;
  private final Receipts receipts;
  private final Senders senders;
  private final Tally tally;

  Drafter(
      Thinking thinking,
      Escalation escalation,
      Attachments attachments,
      PictureReader reader,
      VoiceReader voices,
      DocumentReader documents,
      Receipts receipts,
      Senders senders,
      Tally tally) {
    this.thinking = thinking;
    this.escalation = escalation;
    this.attachments = attachments;
    this.reader = reader;
    this.voices = voices;
    this.documents = documents;
    this.receipts = receipts;
    this.senders = senders;
    this.tally = tally;
  }

  /**
   * The draft of the reply; it never fails for what the turn holds, and changes nothing.
   *
   * @param progress hears how the reply comes about
   */
  Draft draft(Work work, Progress progress) {
    if (work.row().workTries() > MOST_TRIES) {
      return failed("the bot did not come to an end in %d tries".formatted(MOST_TRIES));
    }
    var message = message(work.question(), work.past());
    if (message.text().isBlank() && message.files()) {
      return failed("the customer sent files without a word, and the bot cannot read them");
    }
    return draft(message, asked -> thinking.reply(asked, progress), tally::decided);
  }

  /**
   * The draft of a reply to any turn of the customer, from the knowledge alone.
   *
   * @param past the bot's replies before it, oldest first
   */
  Draft draft(Turn question, List<PastReply> past) {
    return draft(message(question, past), thinking::replyFromKnowledge, reply -> {});
  }

  /**
   * What the knowledge holds on each question of the turn, without what the customer said did not
   * help; nothing where the engine fails.
   */
  List<Evidence> evidence(Turn question, List<PastReply> past) {
    var message = new Message(question.text(), history(past));
    try {
      var found = thinking.replyFromKnowledge(message).receipt().evidence();
      return found.stream().map(each -> without(message.rejectedArticles(), each)).toList();
    } catch (Thinking.Failed fault) {
      LOG.error("{}", fault.getMessage(), Wordless.of(fault));
      return List.of();
    }
  }

  private static Evidence without(Set<String> rejected, Evidence found) {
    var left =
        found.candidates().stream()
            .filter(candidate -> !rejected.contains(candidate.passage().articleId()))
            .toList();
    return new Evidence(found.query(), left, found.covered(), found.micros());
  }

  /** A way to a reply. */
  @FunctionalInterface
  private interface Way {
    Reply reply(Message message) throws Thinking.Failed;
  }

  private Draft draft(Message message, Way way, Consumer<Reply> decided) {
    try {
      var reply = way.reply(message);
      decided.accept(reply);
      return draft(HandedOver.in(reply, escalation));
    } catch (Thinking.Failed fault) {
      LOG.error("{}", fault.getMessage(), Wordless.of(fault));
      return failed(String.valueOf(fault.getMessage()));
    } catch (RuntimeException fault) {
      LOG.error("the reply cannot be kept", Wordless.of(fault));
      return failed("the bot failed: " + fault.getClass().getSimpleName());
    }
  }

  private Message message(Turn question, List<PastReply> past) {
    var files = attachments.of(question);
    var id = question.conversationId();
    var pictures = pictures(files, id);
    var text = question.text().isBlank() ? said(files, pictures, id) : question.text();
    // A voice note that was understood is a message like any other.
    boolean more = text.isBlank() || files.stream().anyMatch(file -> !isVoice(file));
    return new Message(text, history(past), more && !files.isEmpty(), senders.of(id), id, pictures);
  }

  /** Without a word of writing, what was spoken is what is asked, or what stands in a picture. */
  private String said(List<Attachment> files, List<Picture> pictures, String conversationId) {
    var spoken =
        files.stream()
            .filter(Drafter::isVoice)
            .limit(MOST_PICTURES)
            .flatMap(file -> spoken(file, conversationId).stream())
            .collect(Collectors.joining("\n"));
    return spoken.isEmpty() && !pictures.isEmpty() ? pictures.getFirst().words() : spoken;
  }

  private static boolean isVoice(Attachment file) {
    return file.kind() == Attachment.Kind.AUDIO;
  }

  private Optional<String> spoken(Attachment file, String conversationId) {
    return attachments
        .bytes(file)
        .flatMap(path -> voices.read(file.id(), file.mediaType(), path, conversationId));
  }

  /** Those that could be read, and do not try to instruct anybody. */
  private List<Picture> pictures(List<Attachment> files, String conversationId) {
    return files.stream()
        .filter(file -> !isVoice(file))
        .limit(MOST_PICTURES)
        .flatMap(file ->
            attachments.bytes(file).flatMap(path -> read(file, path, conversationId)).stream())
        .filter(PictureReader::isHarmless)
        .toList();
  }

  private Optional<Picture> read(Attachment file, Path path, String conversationId) {
    return file.kind() == Attachment.Kind.IMAGE
        ? reader.read(file.id(), file.mediaType(), path, conversationId)
        : documents.read(file.id(), file.mediaType(), path, conversationId);
  }

  private List<Exchange> history(List<PastReply> past) {
    return past.stream().map(this::exchange).toList();
  }

  private Exchange exchange(PastReply reply) {
    return receipts
        .read(reply.receipt())
        .map(receipt ->
            new Exchange(
                reply.question(), receipt.articleIds(), receipt.answers(), reply.rejected()))
        .orElseGet(() -> new Exchange(reply.question(), List.of()));
  }

  private Draft draft(Reply reply) {
    var receipt = receipts.written(StoredReceipt.of(reply));
    return new Draft(ReplyText.of(reply), receipt, escalation(reply), proposals(reply));
  }

  private static Optional<Escalate> escalation(Reply reply) {
    return reply.parts().stream()
        .map(Reply.Part::decision)
        .filter(Decision.Escalate.class::isInstance)
        .findFirst()
        .map(decision -> new Escalate(decision.because()));
  }

  private static List<Proposal> proposals(Reply reply) {
    return reply.parts().stream()
        .map(Reply.Part::decision)
        .flatMap(decision ->
            decision instanceof Decision.Propose(var proposal, _)
                ? Stream.of(proposal)
                : Stream.empty())
        .toList();
  }

  private Draft failed(String because) {
    var notice = escalation.handedOver(Decision.Cause.NOT_COVERED, Locale.ROOT);
    return new Draft(notice, "", Optional.of(new Escalate(because)), List.of());
  }
}
