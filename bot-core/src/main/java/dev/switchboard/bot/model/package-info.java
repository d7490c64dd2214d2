/**
 * Models: {@link dev.switchboard.bot.model.LlmGateway} is the one way to them.
 *
 * <p>{@link dev.switchboard.bot.model.Models} knows which there are, from the configuration and
 * from what is known of their names ({@code Preset}). {@code ModelCaller} calls one of them once,
 * by LangChain4j over {@code GuardedHttpClient}; {@code RelayCaller} passes on whole what a client
 * of OpenAI asks; {@code VoiceCaller}, behind {@link dev.switchboard.bot.model.VoiceGateway}, hears
 * and speaks. {@code Race} asks a second one where the first takes long to begin. {@code Attempts}
 * puts around each what all need: order, repetition, {@code Breaker}, {@code Budget} with its
 * {@code Lease}s, and the {@link dev.switchboard.bot.model.Ledger}; {@code LearnedQuirks} asks
 * again in another way where a provider says what it does not take. {@link
 * dev.switchboard.bot.model.Probe} tries what each can do. {@code sandbox} stands in for a provider
 * on this machine.
 */
@NullMarked
package dev.switchboard.bot.model;

import org.jspecify.annotations.NullMarked;
