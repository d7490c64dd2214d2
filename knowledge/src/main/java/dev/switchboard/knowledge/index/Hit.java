package dev.switchboard.knowledge.index;

import java.util.Locale;

/**
 * An entry found near a question, with what each way of searching says of it.
 *
 * @param doc its number in the snapshot
 * @param articleId the article it belongs to
 * @param wording whether it is a wording of a FAQ or the title of a document, else a passage
 * @param document whether the article is a document, else a FAQ
 * @param language the language it is written in
 * @param stems share, 0 to 1, of the question's weight in words of the language that it holds
 * @param words the same for words as they are
 * @param left cosine of the first half of the vectors, -1 to 1
 * @param right cosine of the second half
 */
public record Hit(
    int doc,
    String articleId,
    boolean wording,
    boolean document,
    Locale language,
    double stems,
    double words,
    double left,
    double right) {}
