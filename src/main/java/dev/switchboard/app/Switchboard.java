package dev.switchboard.app;

/** Entry point. */
public final class Switchboard {
  private Switchboard() {}

  public static void main(String[] args) {}
}
