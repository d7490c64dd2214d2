package dev.switchboard.bot.model;

/**
 * What a model does not take, or takes otherwise than most.
 *
 * @param system whether it takes a message of the system; else its words go before the first
 *     message of the user
 * @param streams whether it gives its answer in pieces
 * @param temperature whether how freely it speaks can be set
 * @param completionTokens whether the longest answer is called {@code max_completion_tokens}, not
 *     {@code max_tokens}
 * @param fewestTokens the fewest that may be asked for, as hidden reasoning takes of them; in
 *     tokens
 */
public record Quirks(
    boolean system,
    boolean streams,
    boolean temperature,
    boolean completionTokens,
    int fewestTokens) {}
