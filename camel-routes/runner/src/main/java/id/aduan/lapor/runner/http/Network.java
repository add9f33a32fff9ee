package id.aduan.lapor.runner.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/**
 * What counts as one sender: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever
 * has one of those addresses has all of them.
 */
record Network(boolean six, long bits) {
  private static final Network UNKNOWN = new Network(true, 0);

  static Network of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet6Address
        ? new Network(true, bytes.getLong())
        : new Network(false, bytes.getInt());
  }

  static Network of(SocketAddress remote) {
    return remote instanceof InetSocketAddress internet && internet.getAddress() != null
        ? of(internet.getAddress())
        : UNKNOWN;
  }
}
