/**
 * Files that customers send, on their way in and out.
 *
 * <p>{@link dev.switchboard.channel.file.FormFile} takes the one file out of a form; {@link
 * dev.switchboard.channel.file.Examination} finds out by content what it is, refuses what is not on
 * the list of {@code Format}, and has {@code Pictures} decode and encode pixels anew, so that
 * nothing but pixels goes on. {@link dev.switchboard.channel.file.Download} answers with a file
 * such that no browser does anything with it but show a picture, play a sound or save it.
 */
@NullMarked
package dev.switchboard.channel.file;

import org.jspecify.annotations.NullMarked;
