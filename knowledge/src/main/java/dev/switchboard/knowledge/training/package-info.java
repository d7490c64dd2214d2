/**
 * How the weights that the product ships were learned; not used when it runs.
 *
 * <p>{@link dev.switchboard.knowledge.training.Curriculum} makes many small worlds from labelled
 * questions of several domains: a part of the articles with a part of their wordings, so that
 * questions about the rest become ones that nothing answers. Each world is indexed as the product
 * would, and every question looked up in it is a lesson. No world uses the answers of one domain
 * alone, and none of the sets that the product is measured on for ranking (FAQs of other sites) is
 * used.
 *
 * <p>{@code ./switchboard train --data DIR} repeats it; DIR holds BANKING77 and CLINC150 in the
 * product's own formats. The domains written for this purpose are in {@code knowledge/src/training}
 * and the bundled sample.
 */
@NullMarked
package dev.switchboard.knowledge.training;

import org.jspecify.annotations.NullMarked;
