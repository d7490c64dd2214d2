package dev.switchboard.app.bench;

/** Whether a process starts from classes that were loaded and linked ahead of time. */
enum Cache {
  NONE,
  AOT
}
