/**
 * What an evaluation found out, as one web page for a support lead.
 *
 * <p>{@link dev.switchboard.knowledge.evaluation.report.HtmlReport} puts the page together from
 * sections, one class each. The page is built as a tree, never as text, so that nothing a question
 * or an article holds can become markup; charts are SVG drawn by {@code Chart}. It has no script
 * and asks for nothing over the network.
 */
@NullMarked
package dev.switchboard.knowledge.evaluation.report;

import org.jspecify.annotations.NullMarked;
