package dev.switchboard.bot;

/** How soon people are to see to a case, the least urgent first; the order is stored. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT
}
