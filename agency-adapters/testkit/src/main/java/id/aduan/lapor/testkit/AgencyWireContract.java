package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.key;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import id.aduan.lapor.testkit.http.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an adapter over HTTP makes of each fault of the wire when it opens a ticket: every result
 * claims no more than is proven, and nothing is sent twice (C7, F29 to F40, F48).
 */
@Timeout(60)
public abstract class AgencyWireContract {
  private static final int CALLS = 30;
  private static final long SEED = 20_261_126;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration CONNECT_BEFORE_DEADLINE = Duration.ofMillis(200);

  private final List<AutoCloseable> opened = new ArrayList<>();

  /**
   * An adapter for the system at this address, with a deadline of 1 s.
   *
   * @param connect the most that joining the address may take
   */
  protected abstract AgencyAdapter adapter(URI base, Duration connect) throws IOException;

  /** A whole HTTP answer that says that the ticket was opened. */
  protected abstract String accepted();

  @AfterEach
  final void closeAll() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  private <T extends AutoCloseable> T closing(T resource) {
    opened.add(resource);
    return resource;
  }

  private RawServer server(RawServer.Script script) {
    return closing(new RawServer(script));
  }

  private AgencyAdapter adapter(URI base) throws IOException {
    return adapter(base, CONNECT);
  }

  private DeliveryResult open(URI base) throws IOException {
    return open(closing(adapter(base)));
  }

  private static DeliveryResult open(AgencyAdapter adapter) {
    return adapter.open(identified(OURS), key(OURS, "open"));
  }

  @Test
  @Tag("F29")
  void aRefusedConnectionIsTroubleOfTheTarget() throws IOException {
    assertTroubleOfTheTarget(open(URI.create("http://127.0.0.1:1")));
    Happened.times("F29", 1, "a port where nobody listens");
  }

  @Test
  @Tag("F30")
  void aConnectionThatIsNotAnsweredIsTroubleOfTheTarget() throws IOException {
    ServerSocket full = closing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    for (int i = 0; i < CALLS; i++) {
      Socket waiting = closing(new Socket());
      try {
        waiting.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
      } catch (SocketTimeoutException e) {
        URI address = URI.create("http://127.0.0.1:" + full.getLocalPort());
        assertTroubleOfTheTarget(open(closing(adapter(address, CONNECT_BEFORE_DEADLINE))));
        Happened.times("F30", 1, "a listener whose queue is full");
        return;
      }
    }
    throw new AssertionError("this system takes more connections than it was asked to");
  }

  @Test
  @Tag("F31")
  void silenceIsUnknownWithinTheDeadline() throws IOException {
    RawServer server = server((request, connection) -> connection.getInputStream().read());

    assertUnknown(open(server.uri("")));
    assertThat(server.heard()).hasSize(1);
    Happened.times("F31", server.heard().size(), "requests that were never answered");
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "'', true",
    "'HTTP/1.', false",
    "'HTTP/1.', true",
    "'HTTP/1.1 200 OK', true",
    "' no HTTP', false",
    "'{}', false"
  })
  @Tag("F32")
  @Tag("F33")
  @Tag("F34")
  void anAnswerThatEndsOrIsNoneIsUnknown(String answer, boolean reset) throws IOException {
    RawServer server =
        server(
            (request, connection) -> {
              RawServer.write(connection, answer);
              connection.setSoLinger(reset, 0);
              connection.close();
            });

    assertUnknown(open(server.uri("")));
    assertThat(server.heard()).hasSize(1);
    String fault = reset ? "F34" : answer.isEmpty() ? "F32" : "F33";
    Happened.times(fault, server.heard().size(), "answers that ended early, or were none");
  }

  @Test
  @Tag("F35")
  void anAnswerThatDribblesEndsWithTheDeadline() throws IOException {
    RawServer server = server((request, connection) -> RawServer.write(connection, accepted()));
    TcpFaultProxy proxy = closing(TcpFaultProxy.before(server.uri("/")));
    proxy.dribble(Duration.ofMillis(100));
    long begun = System.nanoTime();

    assertUnknown(open(URI.create("http://127.0.0.1:" + proxy.port())));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    assertThat(proxy.bytes(Direction.TO_CLIENT)).isPositive();
    assertThat(server.heard()).hasSize(1);
    Happened.times("F35", server.heard().size(), "answers of a byte at a time");
  }

  @Test
  @Tag("F36")
  void slownessThatDiffersFromCallToCallCountsByCall() throws IOException {
    RawServer server = server((request, connection) -> RawServer.write(connection, accepted()));
    TcpFaultProxy proxy = closing(TcpFaultProxy.before(server.uri("/")));
    AtomicReference<Duration> pause = new AtomicReference<>(Duration.ZERO);
    proxy.delay(() -> pause.get());
    AgencyAdapter adapter = closing(adapter(URI.create("http://127.0.0.1:" + proxy.port())));
    Random chance = new Random(SEED);

    for (int i = 0; i < CALLS; i++) {
      boolean tail = i % 10 == 9;
      pause.set(Duration.ofMillis(tail ? 5_000 : chance.nextInt(50)));

      DeliveryResult result = open(adapter);

      assertThat(result).as("call %d", i).isInstanceOf(tail ? Unknown.class : Accepted.class);
    }
    assertThat(server.heard()).hasSize(CALLS);
    Happened.times("F36", server.heard().size(), "answers of different slowness");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"120", "0", "-5", "1000000000000", "bald", "Fri, 01 Jan 2038 00:00:00 GMT", ""})
  @Tag("F37")
  void aRequestForPatienceIsTroubleOfTheTargetWhateverItsWish(String wish) throws IOException {
    RawServer server =
        RawServer.answering(
            "HTTP/1.1 429 Too Many\r\nRetry-After: " + wish + "\r\nContent-Length: 0\r\n\r\n");
    closing(server);

    DeliveryResult result = open(server.uri(""));

    assertTroubleOfTheTarget(result);
    RetryLater later = (RetryLater) result;
    assertThat(later.after().orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
    if (wish.equals("120")) {
      assertThat(later.after()).contains(Duration.ofMinutes(2));
    }
    Happened.times("F37", server.heard().size(), "answers 429");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  @Tag("F38")
  void aStormOfFailuresIsUnknownEachTimeAndNothingIsSentTwice(int status) throws IOException {
    RawServer server = RawServer.answering(empty(status));
    closing(server);
    AgencyAdapter adapter = closing(adapter(server.uri("")));

    for (int i = 0; i < CALLS; i++) {
      assertUnknown(open(adapter));
    }
    assertThat(server.heard()).hasSize(CALLS);
    Happened.times("F38", server.heard().size(), "answers from 500 on");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @Tag("F39")
  void aRedirectIsUnknownAndNobodyElseIsCalled(int status) throws IOException {
    RawServer other = RawServer.answering(accepted());
    closing(other);
    RawServer server =
        RawServer.answering(
            empty(status).replace("\r\n\r\n", "\r\nLocation: " + other.uri("/x") + "\r\n\r\n"));
    closing(server);

    assertUnknown(open(server.uri("")));
    assertThat(other.connections()).isZero();
    Happened.times("F39", server.heard().size(), "redirects");
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, <html>Masuk</html>",
    "200, application/json, '{\"error\":\"x\"}'",
    "200, text/xml, <galat/>",
    "200, text/plain, OK",
    "202, text/plain, ''",
    "204, text/plain, ''"
  })
  @Tag("F40")
  void aSuccessThatDoesNotNameTheTicketIsUnknown(int status, String type, String body)
      throws IOException {
    RawServer server =
        RawServer.answering(
            "HTTP/1.1 %d OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, type, body.length(), body));
    closing(server);

    assertUnknown(open(server.uri("")));
    assertThat(server.heard()).hasSize(1);
    Happened.times("F40", server.heard().size(), "successes that are none");
  }

  @Test
  @Tag("F48")
  void aKeptConnectionThatIsClosedAsACallBeginsNeverCarriesACallTwice() throws IOException {
    AtomicInteger closed = new AtomicInteger();
    RawServer server =
        server(
            (request, connection) -> {
              RawServer.write(connection, accepted());
              if (connection.getInputStream().read() >= 0) {
                closed.incrementAndGet();
              }
              connection.close();
            });
    AgencyAdapter adapter = closing(adapter(server.uri("")));
    int unknown = 0;

    for (int i = 0; i < CALLS; i++) {
      int before = closed.get();
      DeliveryResult result = open(adapter);
      boolean cut = closed.get() > before;
      unknown += cut ? 1 : 0;
      assertThat(result).as("call %d", i).isInstanceOf(cut ? Unknown.class : Accepted.class);
    }
    assertThat(unknown).isPositive();
    assertThat(server.connections()).isLessThan(CALLS);
    assertThat(server.heard().size() + closed.get()).isEqualTo(CALLS);
    Happened.times("F48", unknown, "calls on a connection that was closed as they began");
  }

  private static String empty(int status) {
    return "HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n";
  }

  private static void assertUnknown(DeliveryResult result) {
    assertThat(result).isInstanceOf(Unknown.class);
  }

  private static void assertTroubleOfTheTarget(DeliveryResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            RetryLater.class, later -> assertThat(later.trouble()).isEqualTo(Trouble.TARGET));
  }
}
