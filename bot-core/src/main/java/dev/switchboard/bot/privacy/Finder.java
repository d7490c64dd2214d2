package dev.switchboard.bot.privacy;

import java.util.List;

/** Finds one kind of personal data; it takes time linear in the length of the text. */
@FunctionalInterface
interface Finder {

  /** All of it in the text, in its order, without overlap. */
  List<Found> in(String text);
}
