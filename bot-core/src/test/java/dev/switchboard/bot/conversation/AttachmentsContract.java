package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.bot.store.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of customers, kept and given to messages. */
abstract class AttachmentsContract extends StoreContract {
  private static final byte[] BYTES = "Order 4711".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private Attachments attachments;

  @BeforeEach
  void find() {
    attachments = store.bean(Attachments.class);
  }

  @Test
  void keepsAFileAsItCame() throws IOException {
    var kept = keep("ann");

    assertThat(attachments.find(kept.id()).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(kept);
    assertThat(kept.size()).isEqualTo(BYTES.length);
    assertThat(Files.readAllBytes(attachments.bytes(kept).orElseThrow())).isEqualTo(BYTES);
    assertThat(kept.key().signed("words", kept.key().sign("words"))).isTrue();
    assertThat(kept.key().signed("words", keep("ann").key().sign("words"))).isFalse();
    assertThat(kept.toString()).doesNotContain(kept.key().hex());
  }

  @Test
  void givesTheFilesToTheMessageThatNamesThem() {
    var first = keep("ann");
    var second = keep("ann");

    var turn = send("ann", "k1", List.of(second.id(), first.id()));

    assertThat(attachments.of(turn))
        .extracting(Attachment::id)
        .containsExactly(second.id(), first.id());
    assertThat(attachments.of(turn.conversationId())).containsOnlyKeys(turn.seq());
  }

  @Test
  void storesNothingOfAMessageThatNamesFilesItCannotHave() {
    var anns = keep("ann");
    var bobs = keep("bob");
    send("ann", "k1", List.of(anns.id()));

    for (var id : List.of(anns.id(), bobs.id(), "unknown")) {
      assertThatThrownBy(() -> send("ann", "k2", List.of(id)))
          .isInstanceOf(AttachmentsRefused.class);
    }
    assertThat(store.number("select count(*) from turn")).isEqualTo(1);
    assertThat(send("bob", "k2", List.of(bobs.id())).seq()).isEqualTo(1);
  }

  @Test
  void givesAFileToOneOfManyMessagesThatNameItAtOnce() throws Exception {
    var file = keep("ann");

    var stored =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i ->
                    () -> {
                      try {
                        send("ann", "k" + i, List.of(file.id()));
                        return 1;
                      } catch (AttachmentsRefused refused) {
                        return 0;
                      }
                    })
                .toList());

    assertThat(stored.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(store.number("select count(*) from turn")).isEqualTo(1);
  }

  @Test
  void letsNotTooManyFilesWait() {
    for (int i = 0; i < Attachments.MOST_WAITING; i++) {
      keep("ann");
    }

    assertThat(attachments.keep("web", "ann", file())).isEmpty();
    assertThat(attachments.keep("web", "bob", file())).isPresent();
  }

  @Test
  void deletesWhatNoMessageHasTakenInAnHour() throws IOException {
    store.clock.advance(Duration.ofHours(2));
    attachments.sweep();
    var taken = keep("ann");
    var turn = send("ann", "k1", List.of(taken.id()));
    var waiting = keep("ann");
    var stray = Files.writeString(attachments.bytes(taken).orElseThrow().resolveSibling("s"), "x");
    Files.setLastModifiedTime(stray, FileTime.from(store.clock.instant()));

    store.clock.advance(Attachments.PATIENCE.minusSeconds(1));
    assertThat(attachments.sweep()).isZero();
    store.clock.advance(Duration.ofSeconds(2));
    assertThat(attachments.sweep()).isEqualTo(2);

    assertThat(attachments.find(waiting.id())).isEmpty();
    assertThat(attachments.bytes(waiting)).isEmpty();
    assertThat(stray).doesNotExist();
    assertThat(attachments.of(turn)).hasSize(1);
    assertThat(attachments.bytes(taken)).isPresent();
  }

  @Test
  void leavesNothingBehindOfAFileThatBreaksOff() throws IOException {
    var broken =
        new ReceivedFile(
            Attachment.Kind.FILE,
            "order.txt",
            "text/plain",
            0,
            0,
            out -> {
              out.write(BYTES);
              throw new IOException("No space left on device");
            });
    var before = files();

    assertThatThrownBy(() -> attachments.keep("web", "ann", broken))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("No space left");
    assertThat(files()).isEqualTo(before);
    assertThat(store.number("select count(*) from attachment")).isZero();
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.list(Files.createDirectories(folder.resolve("files")))) {
      return files.sorted().toList();
    }
  }

  private Attachment keep(String customer) {
    return attachments.keep("web", customer, file()).orElseThrow();
  }

  private static ReceivedFile file() {
    return new ReceivedFile(
        Attachment.Kind.FILE, "order.txt", "text/plain", 0, 0, out -> out.write(BYTES));
  }

  private Turn send(String customer, String key, List<String> files) {
    return store.inbox.accept(new Incoming("web", customer, key, "", files));
  }

  static Map<String, Object> files(Map<String, Object> database) {
    var all = new HashMap<>(database);
    all.put("switchboard.data", folder.toString());
    return all;
  }
}
