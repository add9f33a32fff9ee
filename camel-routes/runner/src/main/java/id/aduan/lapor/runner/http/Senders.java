package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.config.AddressRange;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells who sent a request. That is whoever opened the connection, unless it is one of the proxies
 * that are trusted: each of them wrote at the right of {@code X-Forwarded-For} whom it got the
 * request from, and what stands left of the first address that is not trusted may be invented.
 */
final class Senders {
  static final String HEADER = "X-Forwarded-For";
  private static final int HOPS_MAX = 16;
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern HOP =
      Pattern.compile("(\\[(?<six>[^\\]]*)\\]|(?<four>[0-9.]+))(:[0-9]+)?|(?<bare>[0-9a-fA-F:.]+)");
  private final List<AddressRange> trusted;

  Senders(List<AddressRange> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** Whether the header is looked at for this connection at all. */
  boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  /**
   * The address that is farthest from us and vouched for.
   *
   * @param remote whoever opened the connection
   * @param forwarded the values of the header, as they were sent
   */
  InetAddress sender(InetAddress remote, List<String> forwarded) {
    String[] hops = COMMA.split(String.join(",", forwarded), -1);
    InetAddress nearest = remote;
    int last = Math.max(0, hops.length - HOPS_MAX);
    for (int i = hops.length - 1; i >= last && trusts(nearest); i--) {
      try {
        nearest = hop(hops[i].strip());
      } catch (IllegalArgumentException e) {
        return nearest; // what is no address vouches for nobody
      }
    }
    return nearest;
  }

  private static InetAddress hop(String text) {
    Matcher form = HOP.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not an address");
    }
    for (String kind : List.of("six", "four", "bare")) {
      if (form.group(kind) != null) {
        return AddressRange.address(form.group(kind));
      }
    }
    throw new IllegalArgumentException("not an address");
  }
}
