/**
 * The way from the bot to a person.
 *
 * <p>{@link dev.switchboard.escalation.ContactEscalation} tells a customer how the team can be
 * reached, by the {@link dev.switchboard.escalation.Contact} that the configuration names. Its
 * texts are resource bundles beside it, one for each language. How a message sounds is told by
 * {@link dev.switchboard.escalation.tone.Tones}, which matters people see to by the rules of the
 * team in {@link dev.switchboard.escalation.rules}.
 */
@NullMarked
package dev.switchboard.escalation;

import org.jspecify.annotations.NullMarked;
