package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.FileStore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of attachment; the columns are explained in the migration. */
@MappedEntity("attachment")
record AttachmentRow(
    @Id String id,
    String channel,
    String address,
    @Nullable String conversationId,
    @Nullable Long seq,
    @Nullable Integer place,
    String name,
    String kind,
    String mediaType,
    long byteCount,
    String sha256,
    int width,
    int height,
    String linkKey,
    long createdAt) {

  /** The row of a file that no message has yet. */
  static AttachmentRow waiting(
      String id,
      String channel,
      String address,
      ReceivedFile file,
      FileStore.Kept kept,
      LinkKey key,
      long now) {
    return new AttachmentRow(
        id,
        channel,
        address,
        null,
        null,
        null,
        file.name(),
        file.kind().name(),
        file.mediaType(),
        kept.size(),
        kept.sha256(),
        file.width(),
        file.height(),
        key.hex(),
        now);
  }

  Attachment attachment() {
    return new Attachment(
        id,
        address,
        conversationId == null ? "" : conversationId,
        seq == null ? 0 : seq,
        Attachment.Kind.valueOf(kind),
        name,
        mediaType,
        byteCount,
        width,
        height,
        new LinkKey(linkKey),
        Instant.ofEpochMilli(createdAt));
  }
}
