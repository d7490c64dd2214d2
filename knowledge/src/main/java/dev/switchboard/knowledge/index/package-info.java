/**
 * The articles as Lucene holds them.
 *
 * <p>Every wording of a FAQ and every passage of an answer or a document is an {@link
 * dev.switchboard.knowledge.index.Entry} of its own, held in three ways: its words in the language
 * it is written in (stems, stop words), its words as they are (codes, names, other languages), and
 * its vector. A {@link dev.switchboard.knowledge.index.Snapshot} finds the entries near a question
 * by words and by meaning, and scores each of them in all three ways, so that the ranking can weigh
 * them.
 */
@NullMarked
package dev.switchboard.knowledge.index;

import org.jspecify.annotations.NullMarked;
