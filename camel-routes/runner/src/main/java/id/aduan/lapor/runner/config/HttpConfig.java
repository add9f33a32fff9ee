package id.aduan.lapor.runner.config;

import java.util.List;

/**
 * The public listener.
 *
 * @param port 0 for any free one
 * @param bodyBytesMax a longer request body is answered 413
 * @param rate of all senders together; what is above is answered 429
 * @param ratePerAddress of one remote address, or of one IPv6 network of 64 bits
 * @param trustedProxies whose word in {@code X-Forwarded-For} is believed; nobody's by default
 */
public record HttpConfig(
    String host,
    int port,
    int bodyBytesMax,
    Rate rate,
    Rate ratePerAddress,
    List<AddressRange> trustedProxies) {
  /**
   * One address may press half as hard as all together, so that one sender alone uses up nobody
   * else's share. The portal is one address, and pushes 100 a second for long and 500 for a minute.
   */
  public static final HttpConfig DEFAULT =
      new HttpConfig(
          "0.0.0.0",
          8080,
          10 * 1024 * 1024,
          new Rate(1_200, 2_400),
          new Rate(600, 1_200),
          List.of());

  public HttpConfig {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * How many requests.
   *
   * @param perSecond in the long run
   * @param burst at once, after a pause
   */
  public record Rate(int perSecond, int burst) {}
}
