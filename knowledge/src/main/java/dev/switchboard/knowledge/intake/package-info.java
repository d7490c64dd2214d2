/**
 * How knowledge comes in: from files, folders and web pages into the store.
 *
 * <p>{@link dev.switchboard.knowledge.intake.KnowledgeReader} turns a path or an address into a
 * {@link dev.switchboard.knowledge.intake.Harvest}: the articles of each file, and a {@link
 * dev.switchboard.knowledge.intake.Problem} for everything that could not be read. {@link
 * dev.switchboard.knowledge.intake.Import} brings a harvest into the store; {@link
 * dev.switchboard.knowledge.intake.FolderWatch} does both whenever a file changes. What the reader
 * takes from the network goes through {@link dev.switchboard.knowledge.intake.WebFetcher}, and PDF
 * and DOCX are taken apart in a process of their own.
 */
@NullMarked
package dev.switchboard.knowledge.intake;

import org.jspecify.annotations.NullMarked;
