package dev.switchboard.bot.model;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model as the team names it; what is not said is taken from what is known of its name.
 *
 * @param name the team's name for it
 * @param provider who serves it, by the team's name
 * @param model as the provider calls it
 * @param tier what it is for
 * @param order among those of its tier, the lowest first; those of the same order share the work
 * @param weight how much of that work is its, beside the weights of those others
 * @param priceIn dollars for a million tokens sent; of those that hear for a million seconds of
 *     sound, of those that speak for a million characters
 * @param priceOut dollars for a million tokens answered
 * @param window how many tokens question and answer can have together
 * @param concurrency how many calls may run at a time
 * @param streams whether it gives its answer in pieces
 * @param abilities what it can do beside reading and writing
 */
@EachProperty("switchboard.models")
public record ModelEntry(
    @Parameter String name,
    String provider,
    String model,
    @Nullable Tier tier,
    @Bindable(defaultValue = "0") int order,
    @Bindable(defaultValue = "1") double weight,
    @Nullable Double priceIn,
    @Nullable Double priceOut,
    @Nullable Integer window,
    @Bindable(defaultValue = "50") int concurrency,
    @Nullable Boolean streams,
    @Nullable Set<Ability> abilities) {}
