/**
 * What stands in the files that customers send: {@link dev.switchboard.bot.media.PictureReader} has
 * each picture read once, by a program on this machine or by a model that sees, {@link
 * dev.switchboard.bot.media.VoiceReader} has each voice note written down by a model that hears,
 * {@link dev.switchboard.bot.media.DocumentReader} takes the text of documents. What was read is
 * kept with the file. {@link dev.switchboard.bot.media.ReadAloud} speaks answers.
 */
@NullMarked
package dev.switchboard.bot.media;

import org.jspecify.annotations.NullMarked;
