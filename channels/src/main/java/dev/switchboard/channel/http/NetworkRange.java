package dev.switchboard.channel.http;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
 *
 * @param base an address in it
 * @param bits how many leading bits all its addresses have in common
 */
record NetworkRange(InetAddress base, int bits) {

  /** Reads a range, or one address; empty when it is neither. */
  static Optional<NetworkRange> of(String text) {
    int slash = text.indexOf('/');
    return address(slash < 0 ? text : text.substring(0, slash))
        .flatMap(base -> {
          int most = base.getAddress().length * Byte.SIZE;
          var bits = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
          return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most
              ? Optional.of(new NetworkRange(base, Integer.parseInt(bits)))
              : Optional.empty();
        });
  }

  /** Reads an address that is written in numbers; a name is none, and is never looked up. */
  static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    var own = base.getAddress();
    var other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
