package dev.switchboard.knowledge.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;

/**
 * Lucene's codec with vectors searched by eight bits a number, a quarter of the memory to keep
 * warm. The full numbers stay on disk, and every entry that was found is scored by them.
 */
final class CompactVectors extends Lucene104Codec {

  private final KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat();

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return format;
  }
}
