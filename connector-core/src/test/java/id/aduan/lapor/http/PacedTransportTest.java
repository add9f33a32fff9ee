package id.aduan.lapor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacedTransportTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final HttpTransport counting =
      call -> {
        calls.incrementAndGet();
        return new HttpReply(200, Map.of(), new byte[0]);
      };

  private static HttpCall call(String method) {
    return new HttpCall(
        method,
        URI.create("https://portal.example/complaints"),
        Map.of(),
        Optional.empty(),
        new HttpBounds(Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000),
        TlsIdentity.SYSTEM);
  }

  @Test
  void no_more_reading_calls_begin_than_the_limit_says() throws Exception {
    PacedTransport paced =
        new PacedTransport(counting, 10, Duration.ofMillis(100), System::nanoTime);
    long begun = System.nanoTime();

    for (int i = 0; i < 31; i++) {
      paced.exchange(call("GET"));
    }

    assertThat(calls).hasValue(31);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void what_changes_something_is_not_held_up() throws Exception {
    PacedTransport paced = new PacedTransport(counting, 1, Duration.ofHours(1), System::nanoTime);
    paced.exchange(call("GET"));

    paced.exchange(call("POST"));

    assertThat(calls).hasValue(2);
  }

  @Test
  void what_reads_by_another_method_counts_as_reading() throws Exception {
    PacedTransport paced = new PacedTransport(counting, 1, Duration.ofHours(1), System::nanoTime);
    paced.read(call("POST"));

    assertThatThrownBy(() -> paced.read(call("POST"))).hasMessageContaining("our own limit");
    assertThat(calls).hasValue(1);
  }

  @Test
  void a_call_that_would_wait_for_too_long_is_not_made() throws Exception {
    PacedTransport paced = new PacedTransport(counting, 1, Duration.ofHours(1), System::nanoTime);
    paced.exchange(call("GET"));

    assertThatThrownBy(() -> paced.exchange(call("GET")))
        .isInstanceOf(HttpFailure.class)
        .hasMessageContaining("our own limit")
        .matches(it -> ((HttpFailure) it).kind() == HttpFailure.Kind.NOT_SENT);
    assertThat(calls).hasValue(1);
    assertThat(paced.backlog()).isGreaterThan(Duration.ofMinutes(50));
  }
}
