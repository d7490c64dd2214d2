package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.FileStore;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The files of conversations: what customers send, and agents with their replies. A file comes in
 * first and waits; the message that names it takes it along when it is accepted. What no message
 * has taken in {@link #PATIENCE} is deleted.
 */
@Singleton
public final class Attachments {
  /** How long a file waits for its message. */
  public static final Duration PATIENCE = Duration.ofHours(1);

  /** How many files of one customer may wait. */
  public static final int MOST_WAITING = 20;

  private static final int MOST_AT_ONCE = 100;

  private final DurableCommit commit;
  private final AttachmentTable table;
  private final FileStore files;
  private final Clock clock;
  private final RandomGenerator random;
  private volatile Instant sweptTo = Instant.EPOCH;

  /**
   * Made by the container.
   *
   * @param random makes ids and keys, so it must not be guessable
   */
  Attachments(
      DurableCommit commit,
      AttachmentTable table,
      FileStore files,
      Clock clock,
      RandomGenerator random) {
    this.commit = commit;
    this.table = table;
    this.files = files;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Keeps a file of a customer, or for one, and returns when it is durable.
   *
   * @return the file; empty when {@link #MOST_WAITING} of this customer wait already
   * @throws dev.switchboard.bot.store.StoreUnavailable when it cannot be kept now
   */
  public Optional<Attachment> keep(String channel, String address, ReceivedFile file) {
    if (isFull(channel, address)) {
      return Optional.empty();
    }
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    // The bytes first: a row never names a file that is not there.
    var kept = files.keep(id, file.content());
    var key = LinkKey.random(random);
    var row = AttachmentRow.waiting(id, channel, address, file, kept, key, clock.millis());
    commit.run(() -> table.save(row));
    return Optional.of(row.attachment());
  }

  private boolean isFull(String channel, String address) {
    return commit.read(() -> table.countWaiting(channel, address)) >= MOST_WAITING;
  }

  /** The file of that id, whether or not a message has taken it. */
  public Optional<Attachment> find(String id) {
    return commit.read(() -> table.findById(id)).map(AttachmentRow::attachment);
  }

  /** The files of a conversation by the turn that has them, {@link Turn#seq()}, in their order. */
  public Map<Long, List<Attachment>> of(String conversationId) {
    return commit.read(() -> table.of(conversationId)).stream()
        .map(AttachmentRow::attachment)
        .collect(Collectors.groupingBy(Attachment::seq));
  }

  /** The files of one turn, in their order. */
  public List<Attachment> of(Turn turn) {
    return of(turn.conversationId()).getOrDefault(turn.seq(), List.of());
  }

  /** Where the bytes of the file are; empty when they are gone. */
  public Optional<Path> bytes(Attachment attachment) {
    return files.find(attachment.id());
  }

  /**
   * Gives the files that wait at the conversation's address to its turn, within the current
   * transaction.
   *
   * @throws AttachmentsRefused when one does not wait there
   */
  void attach(ConversationRow row, List<String> ids, Turn turn) {
    int place = 1;
    for (var id : ids) {
      int taken =
          table.attach(
              id, row.channel(), row.address(), turn.conversationId(), turn.seq(), place++);
      if (taken != 1) {
        throw new AttachmentsRefused();
      }
    }
  }

  /**
   * Deletes the files that have waited too long, and the bytes that a crash left without a row.
   *
   * @return how many files were deleted
   */
  public int sweep() {
    var tooOld = clock.instant().minus(PATIENCE);
    return forgotten(tooOld) + stray(tooOld);
  }

  private int forgotten(Instant tooOld) {
    var ids = commit.read(() -> table.waitingSince(tooOld.toEpochMilli(), MOST_AT_ONCE));
    int gone = 0;
    for (var id : ids) {
      // The row first, and only while it waits: its message may come this moment.
      if (commit.write(() -> table.forget(id)) == 1) {
        files.remove(id);
        gone++;
      }
    }
    return gone;
  }

  // Each file is looked up once; whatever has a row then keeps it, or goes with it.
  private int stray(Instant tooOld) {
    var strays =
        files.between(sweptTo, tooOld).stream().filter(name -> find(name).isEmpty()).toList();
    strays.forEach(files::remove);
    sweptTo = tooOld;
    return strays.size();
  }
}
