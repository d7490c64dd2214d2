package dev.switchboard.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReopenableWriterTest {

  /** Leaves everything as scattered as it was written. */
  private static final class OnlyWhenAsked extends FilterMergePolicy {
    OnlyWhenAsked() {
      super(new TieredMergePolicy());
    }

    @Override
    public @Nullable MergeSpecification findMerges(
        MergeTrigger trigger, SegmentInfos infos, MergeContext context) {
      return null;
    }
  }

  @Test
  void mergesWhatManyChangesHaveScattered(@TempDir Path folder) throws IOException {
    try (var directory = new MMapDirectory(folder)) {
      try (var index = new ReopenableWriter(directory, new OnlyWhenAsked())) {
        write(index, 8);
        assertThat(segments(index)).isEqualTo(8);
        await().until(index::merge);
        index.writer().commit();
        index.refresh();
        assertThat(segments(index)).isEqualTo(1);
      }
      try (var reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSize(1);
        assertThat(reader.numDocs()).isEqualTo(8);
      }
    }
  }

  @Test
  void leavesAFewSegmentsAlone(@TempDir Path folder) throws IOException {
    try (var directory = new MMapDirectory(folder);
        var index = new ReopenableWriter(directory, new OnlyWhenAsked())) {
      write(index, 3);
      assertThat(index.merge()).isFalse();
      assertThat(index.merge()).isFalse();
      assertThat(index.writer().getMergingSegments()).isEmpty();
      assertThat(segments(index)).isEqualTo(3);
    }
  }

  private static void write(ReopenableWriter index, int segments) throws IOException {
    for (int i = 0; i < segments; i++) {
      var document = new Document();
      document.add(new StringField("id", Integer.toString(i), Field.Store.YES));
      index.writer().addDocument(document);
      index.writer().commit();
      index.refresh();
    }
  }

  private static int segments(ReopenableWriter index) throws IOException {
    try (var snapshot = index.snapshot()) {
      return snapshot.segments();
    }
  }
}
