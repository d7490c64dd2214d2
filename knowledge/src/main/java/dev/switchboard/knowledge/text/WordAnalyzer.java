package dev.switchboard.knowledge.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;

/**
 * Words without stemming or stop words, folded by Unicode. A code such as "TT-4410" becomes the
 * terms "tt", "4410" and "tt4410", so it is found however a customer writes it.
 */
final class WordAnalyzer extends Analyzer {

  private static final int PARTS_AND_WHOLE =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS
          | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
          | WordDelimiterGraphFilter.CATENATE_ALL
          | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new WhitespaceTokenizer();
    TokenStream parts =
        new FlattenGraphFilter(new WordDelimiterGraphFilter(words, PARTS_AND_WHOLE, null));
    return new TokenStreamComponents(words, new ICUFoldingFilter(parts));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new ICUFoldingFilter(in);
  }
}
