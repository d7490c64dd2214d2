/**
 * The bot and the team's models for whoever speaks OpenAI's protocol: {@code /v1/chat/completions}
 * and {@code /v1/models}, with keys of the team's own. Any client of OpenAI can talk to the bot as
 * if it were a model, and to models through the one gateway.
 */
@NullMarked
package dev.switchboard.channel.openai;

import org.jspecify.annotations.NullMarked;
