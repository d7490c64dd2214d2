package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Rung;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the team writes it; what it does not say is as in {@link Policy#STANDARD}.
 *
 * @param name the team's name for it
 * @param rungs for matters, by their names, the rung that they ask for
 * @param topics the rung for questions about a topic
 * @param unsureFrom see {@link Policy#unsureFrom()}
 * @param sureFrom see {@link Policy#sureFrom()}
 * @param many see {@link Policy#many()}
 * @param largeUntil see {@link Policy#largeUntil()}
 * @param secondTry see {@link Policy#secondTry()}
 */
@EachProperty("switchboard.policies")
record PolicyEntry(
    @Parameter String name,
    @MapFormat(keyFormat = StringConvention.RAW) @Nullable Map<String, Rung> rungs,
    @MapFormat(keyFormat = StringConvention.RAW) @Nullable Map<String, Rung> topics,
    @Nullable Double unsureFrom,
    @Nullable Double sureFrom,
    @Nullable Integer many,
    @Nullable Double largeUntil,
    @Nullable Boolean secondTry) {}
