package dev.switchboard.knowledge.intake;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** Tells public addresses from those that lead into a network, a machine or nowhere. */
final class AddressRules {

  private AddressRules() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean isOutside = address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    return isOutside && !isOurs(address);
  }

  private static boolean isPublic4(byte[] address) {
    int a = address[0] & 0xFF;
    int b = address[1] & 0xFF;
    int c = address[2] & 0xFF;
    return !(a == 0 // this network
        || a == 10 // private
        || a == 127 // this machine
        || (a == 100 && (b & 0xC0) == 64) // behind a provider
        || (a == 169 && b == 254) // link-local, cloud metadata
        || (a == 172 && (b & 0xF0) == 16) // private
        || (a == 192 && b == 0 && (c == 0 || c == 2)) // protocols, examples
        || (a == 192 && b == 88 && c == 99) // 6to4 relays
        || (a == 192 && b == 168) // private
        || (a == 198 && (b & 0xFE) == 18) // benchmarks
        || (a == 198 && b == 51 && c == 100) // examples
        || (a == 203 && b == 0 && c == 113) // examples
        || a >= 224); // multicast, reserved, broadcast
  }

  // Only what is handed out to the public, and there without the ways back into IPv4. Java turns
  // IPv4-mapped addresses into IPv4 itself.
  private static boolean isPublic6(byte[] address) {
    int first = ((address[0] & 0xFF) << 8) | (address[1] & 0xFF);
    int second = ((address[2] & 0xFF) << 8) | (address[3] & 0xFF);
    return (first & 0xE000) == 0x2000
        && first != 0x2002 // 6to4
        && !(first == 0x2001 && second < 0x0200) // Teredo and other protocols
        && !(first == 0x2001 && second == 0x0DB8) // examples
        && first != 0x3FFF; // examples
  }

  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }
}
