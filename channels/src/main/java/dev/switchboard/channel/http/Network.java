package dev.switchboard.channel.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, for counting. An IPv6 address counts as its network of 64 bits:
 * whoever has one has all of it.
 */
public final class Network {
  private static final int NETWORK_BYTES = 8;

  private Network() {}

  /** The network that an address belongs to, in hex. */
  public static String of(InetAddress address) {
    var bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
