package dev.switchboard.channel.desk;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the desk works.
 *
 * @param heartbeat how often a quiet stream gives a sign of life
 */
@ConfigurationProperties("switchboard.desk")
record DeskSettings(@Bindable(defaultValue = "15s") Duration heartbeat) {}
