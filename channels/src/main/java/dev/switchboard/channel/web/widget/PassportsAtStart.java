package dev.switchboard.channel.web.widget;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/** Keeps a server from starting that is to verify identities, but could not. */
@Context
@Requires(property = "switchboard.widget.identity.mode")
final class PassportsAtStart {

  PassportsAtStart(Passports passports) {
    // They have read their keys by being here.
  }
}
