package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Vouched;
import java.time.Instant;

/**
 * What a verified token says.
 *
 * @param holder who the customer is
 * @param until for how long it is vouched for
 */
record Passport(Vouched holder, Instant until) {}
