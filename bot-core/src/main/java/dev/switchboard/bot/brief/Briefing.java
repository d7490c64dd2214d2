package dev.switchboard.bot.brief;

import dev.switchboard.bot.conversation.CaseFile;

/**
 * Puts a case in short for the person who takes it over.
 *
 * <p>An implementation says nothing that is not in the file, changes nothing, is safe for use by
 * many threads, and returns within a second: people wait for it.
 */
public interface Briefing {

  /** The brief of the case. */
  CaseBrief of(CaseFile file);
}
