/**
 * Texts before they are indexed: {@link dev.switchboard.knowledge.text.Analyzers} knows how each
 * language is cut into terms, {@link dev.switchboard.knowledge.text.PassageCutter} cuts an article
 * into passages that an embedding model reads whole, {@link
 * dev.switchboard.knowledge.text.Sentences} finds sentences.
 */
@NullMarked
package dev.switchboard.knowledge.text;

import org.jspecify.annotations.NullMarked;
