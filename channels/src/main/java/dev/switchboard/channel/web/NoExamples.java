package dev.switchboard.channel.web;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.util.List;

/** The examples as long as nobody knows any. */
@Singleton
@Secondary
final class NoExamples implements Examples {

  @Override
  public List<String> some() {
    return List.of();
  }
}
