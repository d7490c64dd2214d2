package dev.switchboard.knowledge.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the HTTP client and lets no private address pass.
 *
 * <p>The client connects to the addresses this returns and to no other, and it asks once for each
 * connection: between check and use there is no second lookup that could answer differently.
 */
final class GuardedNames implements DnsResolver {
  private final WebAccess access;
  private final DnsResolver names;

  /** Guards the addresses that the given lookup finds. */
  GuardedNames(WebAccess access, DnsResolver names) {
    this.access = access;
    this.names = names;
  }

  /** The host has an address that we do not go to. */
  static final class PrivateAddress extends UnknownHostException {
    private static final long serialVersionUID = 1;

    PrivateAddress(String host) {
      super("the host " + host + " lies in a private network, and such are not read from");
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    if (!access.privateHosts().contains(host.toLowerCase(Locale.ROOT))) {
      for (InetAddress address : addresses) {
        if (!AddressRules.isPublic(address)) {
          throw new PrivateAddress(host);
        }
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
