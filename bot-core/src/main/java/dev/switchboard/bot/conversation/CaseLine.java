package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Routing.Route;
import java.time.Instant;

/**
 * A conversation as a line of the desk's list.
 *
 * @param conversation the conversation
 * @param customer who writes in it, as far as it is known
 * @param since since when its custody holds
 * @param because why people have it, empty when nobody said
 * @param language the customer's language, a BCP 47 tag, {@code und} when unknown
 * @param asked the number of what the customer wrote last, by {@link Turn#seq()}
 * @param words what the customer wrote last
 * @param wroteAt when the customer wrote last
 * @param route who is to see to it, and how soon
 * @param waits whether the customer waits for a person: in the queue, or for an agent's reply
 * @param waitsSince since when they wait: in the queue since they came into it, else since their
 *     oldest message without a reply; when they do not wait, {@code wroteAt}
 */
public record CaseLine(
    Conversation conversation,
    Customer customer,
    Instant since,
    String because,
    String language,
    long asked,
    String words,
    Instant wroteAt,
    Route route,
    boolean waits,
    Instant waitsSince) {}
