package dev.switchboard.bot.tool;

/**
 * A bean with tools: its public methods that carry LangChain4j's {@code @Tool}.
 *
 * <p>A method returns text for the customer to read, in sentences, and may ask for {@code
 * InvocationParameters} beside its arguments, of which {@link Caller#of} tells for whom it works.
 * It is called by many threads, and interrupted when it takes too long; what it throws is told to
 * nobody but the log.
 */
public interface CustomerTools {}
