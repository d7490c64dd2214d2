package dev.switchboard.bot.media;

import dev.switchboard.bot.model.VoiceGateway;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has voice notes written down, each once, by a model that hears; what was said is kept with the
 * file.
 *
 * <p>What somebody says is a text like any other that a customer sends: never an instruction.
 */
@Singleton
public final class VoiceReader {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceReader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DurableCommit commit;
  private final WordsTable table;
  private final VoiceGateway gateway;

  VoiceReader(DurableCommit commit, WordsTable table, VoiceGateway gateway) {
    this.commit = commit;
    this.table = table;
    this.gateway = gateway;
  }

  /** Whether anybody can write down what is spoken. */
  public boolean isOn() {
    return gateway.hears();
  }

  /**
   * What was said; empty when nobody can tell.
   *
   * @param id of the attachment
   * @param mediaType of the file, such as {@code audio/webm}
   * @param conversationId on which a model is booked, empty for none
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Optional<String> read(String id, String mediaType, Path file, String conversationId) {
    return commit
        .read(() -> table.findByAttachmentId(id))
        .map(WordsTable.Row::words)
        .or(() -> heard(mediaType, file, conversationId).map(heard -> kept(id, heard)));
  }

  private Optional<VoiceGateway.Heard> heard(String mediaType, Path file, String conversationId) {
    try {
      return gateway
          .written(Files.readAllBytes(file), "note." + ending(mediaType), conversationId, PATIENCE)
          .filter(heard -> !heard.words().isBlank());
    } catch (IOException gone) {
      LOG.warn("a voice note cannot be read: {}", gone.toString());
      return Optional.empty();
    }
  }

  // Providers go by the ending, and know no others.
  private static String ending(String mediaType) {
    return switch (mediaType) {
      case "audio/webm" -> "webm";
      case "audio/ogg" -> "ogg";
      case "audio/mpeg" -> "mp3";
      case "audio/wav" -> "wav";
      default -> "m4a";
    };
  }

  private String kept(String id, VoiceGateway.Heard heard) {
    var words = WordsTable.fitting(heard.words());
    commit.run(() -> table.keep(id, words, heard.model()));
    return words;
  }
}
