package dev.switchboard.app.bench.load;

/** Somebody who has a conversation. */
record Visitor(String token, String conversation) {}
