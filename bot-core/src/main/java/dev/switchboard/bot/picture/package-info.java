/**
 * What stands in the pictures that customers send: {@link
 * dev.switchboard.bot.picture.PictureReader} has each read once, by a program on this machine or by
 * a model that sees.
 */
@NullMarked
package dev.switchboard.bot.picture;

import org.jspecify.annotations.NullMarked;
