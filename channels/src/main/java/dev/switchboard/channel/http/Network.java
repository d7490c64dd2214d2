package dev.switchboard.channel.http;

import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, for counting. An IPv6 address counts as its network of 64 bits:
 * whoever has one has all of it. What a request says of its sender's address is not believed.
 */
public final class Network {
  private static final int NETWORK_BYTES = 8;

  private Network() {}

  /** The network that a request comes from, in hex. */
  public static String of(HttpRequest<?> request) {
    return of(request.getRemoteAddress().getAddress());
  }

  /** The network that an address belongs to, in hex. */
  public static String of(InetAddress address) {
    var bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
