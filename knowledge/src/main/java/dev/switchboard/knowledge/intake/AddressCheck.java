package dev.switchboard.knowledge.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** What an address must look like before anybody is asked about it. */
final class AddressCheck {
  private static final Set<Integer> PORTS = Set.of(-1, 80, 443);

  private final WebAccess access;

  AddressCheck(WebAccess access) {
    this.access = access;
  }

  /** The address, without its fragment. */
  URI checked(URI address) throws Refused {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new Refused("only addresses with http:// or https:// are read");
    }
    if (address.getRawUserInfo() != null || hasAt(address)) {
      throw new Refused("an address with a user name or an @ before the host is not read");
    }
    if (address.getHost() == null || address.getHost().isEmpty()) {
      throw new Refused("the address names no host that can be read");
    }
    if (!PORTS.contains(address.getPort()) && !access.ports().contains(address.getPort())) {
      throw new Refused("port %d is not read from, only 80 and 443".formatted(address.getPort()));
    }
    return withoutFragment(scheme, address);
  }

  private static boolean hasAt(URI address) {
    return address.getRawAuthority() != null && address.getRawAuthority().contains("@");
  }

  // One parser for all: what java.net.URI took apart is what the client gets, put together again.
  private static URI withoutFragment(String scheme, URI address) throws Refused {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    try {
      return new URI(scheme + "://" + address.getRawAuthority() + path + query);
    } catch (URISyntaxException e) {
      throw new Refused("the address cannot be read: " + e.getReason());
    }
  }
}
