package dev.switchboard.knowledge.ranking;

import dev.switchboard.bot.store.Sha256;
import dev.switchboard.knowledge.index.Snapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Tells the wordings of one index, with their vectors and in any order, from all others. */
final class Fingerprint {

  private Fingerprint() {}

  /** SHA-256 of all there is to learn from. */
  static byte[] of(Snapshot index) {
    var digest = Sha256.begin();
    var each = new ArrayList<byte[]>();
    index.wordings((wording, vector) -> {
      add(digest, wording.articleId());
      add(digest, wording.text());
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sum(vector)));
      each.add(digest.digest());
    });
    // Merging segments changes the order in which they come.
    each.sort(Arrays::compareUnsigned);
    each.forEach(digest::update);
    return digest.digest();
  }

  /** With its length before it, so that no two texts run into one another. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  // Vectors follow from texts but for a change of the model, which changes all of them: a plain sum
  // of each is enough to notice that, and quick before anything is compiled.
  private static long sum(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
    bytes.asFloatBuffer().put(vector);
    var sum = new CRC32();
    sum.update(bytes.array());
    return sum.getValue();
  }
}
