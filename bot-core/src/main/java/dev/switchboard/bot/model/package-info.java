/**
 * Models: {@link dev.switchboard.bot.model.LlmGateway} is the one way to them.
 *
 * <p>{@link dev.switchboard.bot.model.Models} knows which there are, from the configuration and
 * from what is known of their names ({@code Preset}). {@code ModelCaller} calls one of them once,
 * by LangChain4j over {@code GuardedHttpClient}, and the gateway puts what surrounds it: order,
 * repetition, {@code Breaker}, {@code Budget}, and the {@link dev.switchboard.bot.model.Ledger}.
 * {@link dev.switchboard.bot.model.Probe} tries what each can do. {@code sandbox} stands in for a
 * provider on this machine.
 */
@NullMarked
package dev.switchboard.bot.model;

import org.jspecify.annotations.NullMarked;
