package dev.switchboard.knowledge.intake;

import java.util.Set;

/**
 * Where the fetcher may go beside the public web.
 *
 * @param ports further ports than 80 and 443
 * @param privateHosts hosts of the own network that may be read from, by their exact name or number
 *     in the address, in lower case; each is a door into the network and should be a help site
 */
public record WebAccess(Set<Integer> ports, Set<String> privateHosts) {

  /** Public addresses on the usual ports only. */
  public static final WebAccess PUBLIC = new WebAccess(Set.of(), Set.of());

  public WebAccess {
    ports = Set.copyOf(ports);
    privateHosts = Set.copyOf(privateHosts);
  }
}
