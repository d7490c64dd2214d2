/**
 * The dial: the highest share of wrong answers a team accepts, turned into thresholds.
 *
 * <p>With labelled questions of the team {@link dev.switchboard.knowledge.confidence.RiskDial}
 * finds the threshold by Learn then Test, which holds for any distribution, and {@link
 * dev.switchboard.knowledge.confidence.Calibration} makes the thresholds of it; without them {@link
 * dev.switchboard.knowledge.confidence.ShippedThresholds} serves, learned over several domains.
 */
@NullMarked
package dev.switchboard.knowledge.confidence;

import org.jspecify.annotations.NullMarked;
