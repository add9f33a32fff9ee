package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.config.AddressRange;
import id.aduan.lapor.runner.config.HttpConfig;
import id.aduan.lapor.runner.config.HttpConfig.Rate;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S22")
class RateLimitsTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Network PORTAL = network("192.0.2.1");

  private static Network network(String address) {
    return Network.of(AddressRange.address(address));
  }

  /** How many of so many requests pass, evenly spread over so long. */
  private static int passed(
      RateLimits limits, Network sender, int requests, long start, long nanos) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += limits.take(sender, start + nanos * i / requests) == 0 ? 1 : 0;
    }
    return passed;
  }

  private static RateLimits usual(long now) {
    return new RateLimits(HttpConfig.DEFAULT.rate(), HttpConfig.DEFAULT.ratePerAddress(), now);
  }

  @Test
  void thePortalsOneAddressMayPush500ASecondForAMinuteAnd100ForAnHour() {
    assertThat(passed(usual(0), PORTAL, 30_000, 0, 60 * SECOND)).isEqualTo(30_000);
    assertThat(passed(usual(0), PORTAL, 360_000, 0, 3600 * SECOND)).isEqualTo(360_000);
  }

  @Test
  void thePortalMayPushWhileAnotherAddressPressesAsHardAsItCan() {
    RateLimits limits = usual(0);
    int ofThePortal = 0;
    for (int millisecond = 0; millisecond < 10_000; millisecond++) {
      long now = TimeUnit.MILLISECONDS.toNanos(millisecond);
      passed(limits, network("198.51.100.1"), 10, now, 1_000);
      ofThePortal += millisecond % 2 == 0 && limits.take(PORTAL, now) == 0 ? 1 : 0;
    }

    assertThat(ofThePortal).isEqualTo(5_000);
  }

  @ParameterizedTest
  @CsvSource({"0", "-9000000000000000000", "9223372036854775000"})
  void aBurstPassesAtOnceAndThenTheRateWhateverTheClockSays(long start) {
    RateLimits limits = new RateLimits(new Rate(100, 1000), new Rate(10, 50), start);

    assertThat(passed(limits, PORTAL, 500, start, 1)).isEqualTo(50);
    assertThat(passed(limits, PORTAL, 500, start + SECOND, 10 * SECOND)).isBetween(100, 111);
  }

  @Test
  void whoIsRefusedIsToldWhenThereIsOneAgain() {
    RateLimits limits = new RateLimits(new Rate(100, 100), new Rate(2, 1), 0);

    assertThat(limits.take(PORTAL, 0)).isZero();
    assertThat(limits.take(PORTAL, 0)).isEqualTo(SECOND / 2);
    assertThat(limits.take(PORTAL, SECOND / 2)).isZero();
  }

  @Test
  void allSendersTogetherHaveALimitToo() {
    RateLimits limits = new RateLimits(new Rate(1, 10), new Rate(1, 10), 0);
    int passed = 0;
    for (int i = 0; i < 100; i++) {
      passed += limits.take(network("192.0.2." + i), 0) == 0 ? 1 : 0;
    }

    assertThat(passed).isEqualTo(10);
  }

  @Test
  @Tag("C22")
  void anUnusualNumberOfSendersIsNotRemembered() {
    RateLimits limits = usual(0);
    for (int i = 0; i < 3 * RateLimits.NETWORKS_MAX; i++) {
      limits.take(new Network(true, i), 0);
    }

    assertThat(limits.networks()).isEqualTo(RateLimits.NETWORKS_MAX);
  }

  @Test
  void oneIpv6NetworkIsOneSender() {
    assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
    assertThat(network("::ffff:192.0.2.1")).isEqualTo(PORTAL);
    assertThat(network("192.0.2.2")).isNotEqualTo(PORTAL);
  }

  @ParameterizedTest(name = "{0} says {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.7 | 192.0.2.9 | 198.51.100.7",
        "10.1.2.3 | 192.0.2.9 | 192.0.2.9",
        "10.1.2.3 | 203.0.113.1, 192.0.2.9 | 192.0.2.9",
        "10.1.2.3 | 203.0.113.1, 192.0.2.9, 10.1.0.1 | 192.0.2.9",
        "10.1.2.3 | 192.0.2.9:51000 | 192.0.2.9",
        "10.1.2.3 | [2001:db8::7]:443 | 2001:db8::7",
        "10.1.2.3 | 2001:db8::7 | 2001:db8::7",
        "10.1.2.3 | 203.0.113.1, unknown | 10.1.2.3",
        "10.1.2.3 | 203.0.113.1, portal.example | 10.1.2.3",
        "10.1.2.3 | 203.0.113.1, 1.2.3 | 10.1.2.3",
        "10.1.2.3 | 203.0.113.1, 300.0.0.1 | 10.1.2.3",
        "10.1.2.3 | '' | 10.1.2.3",
        "10.1.2.3 | 10.1.0.2, 10.1.0.1 | 10.1.0.2",
        "::1 | 192.0.2.9 | 192.0.2.9"
      })
  void theSenderIsTheNearestThatIsNotTrusted(String remote, String forwarded, String sender) {
    Senders senders =
        new Senders(List.of(AddressRange.parse("10.1.0.0/16"), AddressRange.parse("::1")));
    InetAddress told = senders.sender(AddressRange.address(remote), List.of(forwarded.split(";")));

    assertThat(told).isEqualTo(AddressRange.address(sender));
  }
}
