package id.aduan.lapor.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import id.aduan.lapor.testkit.TcpFaultProxy.Ending;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Before a server that answers a whole word with its echo, twice, and tells all that it heard. */
@Timeout(30)
class TcpFaultProxyTest {
  private static final String ASKED = "halo.";
  private static final String ANSWER = "halo.halo.";

  /** Who is told nothing for so long will never be. */
  private static final int SILENCE_MILLIS_MAX = 10_000;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new ArrayList<>();
  private ServerSocket server;
  private TcpFaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "echo");
    thread.setDaemon(true);
    thread.start();
    proxy = TcpFaultProxy.before((InetSocketAddress) server.getLocalSocketAddress());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        Thread thread = new Thread(() -> echo(connection), "echo");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void echo(Socket connection) {
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    try (connection) {
      InputStream in = connection.getInputStream();
      for (int read = in.read(); read >= 0; read = in.read()) {
        word.write(read);
        if (read == '.') {
          connection.getOutputStream().write((word.toString(US_ASCII) + word).getBytes(US_ASCII));
        }
      }
      heard.add(word.toString(US_ASCII));
    } catch (IOException e) {
      heard.add(word.toString(US_ASCII) + "!");
    }
  }

  private Socket ask() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    sockets.add(client);
    client.getOutputStream().write(ASKED.getBytes(US_ASCII));
    return client;
  }

  private static String read(Socket client, int length) throws IOException {
    return new String(client.getInputStream().readNBytes(length), US_ASCII);
  }

  private void assertCuts(int number) throws InterruptedException {
    assertThat(proxy.hasCut(number)).isTrue();
    assertThat(proxy.cuts()).isEqualTo(number);
  }

  @Test
  void it_forwards_faithfully_and_counts() throws Exception {
    Socket client = ask();

    assertThat(read(client, ANSWER.length())).isEqualTo(ANSWER);
    assertThat(proxy.connections()).isEqualTo(1);
    assertThat(proxy.bytes(Direction.TO_SERVER)).isEqualTo(ASKED.length());
    assertThat(proxy.bytes(Direction.TO_CLIENT)).isEqualTo(ANSWER.length());
    assertThat(proxy.cuts()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "1, h", "4, halo", "5, halo."})
  void the_server_gets_so_many_bytes_of_the_request_and_then_the_end(int bytes, String expected)
      throws Exception {
    proxy.cutAfter(Direction.TO_SERVER, bytes, Ending.FIN);

    Socket client = ask();

    assertThat(client.getInputStream().read()).isEqualTo(-1);
    assertThat(heard.take()).isEqualTo(expected);
    assertThat(proxy.bytes(Direction.TO_SERVER)).isEqualTo(bytes);
    assertCuts(1);
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "1, h", "9, halo.halo", "10, halo.halo."})
  void the_client_gets_so_many_bytes_of_the_answer_and_then_the_end(int bytes, String expected)
      throws Exception {
    proxy.cutAfter(Direction.TO_CLIENT, bytes, Ending.FIN);

    Socket client = ask();

    assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII)).isEqualTo(expected);
    assertThat(heard.take()).isEqualTo(ASKED);
    assertCuts(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_reset_is_seen_as_one(Direction direction) throws Exception {
    proxy.cutAfter(direction, 3, Ending.RST);

    Socket client = ask();

    assertThatThrownBy(() -> client.getInputStream().readAllBytes())
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
    assertCuts(1);
  }

  @Test
  void a_cut_happens_once_and_on_a_connection_that_is_open_too() throws Exception {
    Socket client = ask();
    read(client, ANSWER.length());
    proxy.cutAfter(Direction.TO_CLIENT, 2, Ending.FIN);

    client.getOutputStream().write(ASKED.getBytes(US_ASCII));

    assertThat(client.getInputStream().readAllBytes()).hasSize(2);
    assertThat(read(ask(), ANSWER.length())).isEqualTo(ANSWER);
    assertCuts(1);
  }

  @Test
  void it_resets_a_connection_that_is_made() throws Exception {
    proxy.reset();

    Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    sockets.add(client);

    assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    assertCuts(1);
    proxy.forward();
    assertThat(read(ask(), ANSWER.length())).isEqualTo(ANSWER);
  }

  @Test
  void it_swallows_what_both_say_and_leaves_the_connection_open() throws Exception {
    proxy.swallow();

    Socket client = ask();
    client.setSoTimeout(200);

    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(proxy.connections()).isEqualTo(1);
    assertThat(proxy.bytes(Direction.TO_SERVER)).isZero();
  }

  @Test
  void it_dribbles_until_it_forwards_again() throws Exception {
    proxy.dribble(Duration.ofMillis(20));
    Socket client = ask();
    long begun = System.nanoTime();

    assertThat(read(client, 5)).isEqualTo("halo.");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(60));
    proxy.dribble(Duration.ofMinutes(10));
    proxy.forward();
    assertThat(read(client, 5)).isEqualTo("halo.");
  }

  @Test
  void it_delays_each_piece_by_what_is_said_then() throws Exception {
    List<Duration> pauses = new ArrayList<>();
    proxy.delay(
        () -> {
          pauses.add(Duration.ofMillis(50));
          return pauses.get(0);
        });
    long begun = System.nanoTime();

    assertThat(read(ask(), ANSWER.length())).isEqualTo(ANSWER);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    assertThat(pauses).isNotEmpty();
  }

  @Test
  void it_cuts_all_that_is_open_now() throws Exception {
    Socket first = ask();
    Socket second = ask();
    read(first, ANSWER.length());
    read(second, ANSWER.length());

    proxy.cutAll(Ending.RST);

    assertThatThrownBy(() -> first.getInputStream().read()).isInstanceOf(SocketException.class);
    assertThatThrownBy(() -> second.getInputStream().read()).isInstanceOf(SocketException.class);
    assertCuts(2);
  }

  @Test
  void there_are_never_more_connections_than_it_says() throws Exception {
    for (int i = 0; i < TcpFaultProxy.CONNECTIONS_MAX; i++) {
      read(ask(), ANSWER.length());
    }

    Socket further = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    sockets.add(further);

    assertThatThrownBy(() -> further.getInputStream().read()).isInstanceOf(SocketException.class);
  }

  @Test
  void a_reset_by_the_server_is_one_for_the_client() throws Exception {
    try (ServerSocket resetting = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        TcpFaultProxy before =
            TcpFaultProxy.before((InetSocketAddress) resetting.getLocalSocketAddress());
        Socket client = new Socket(InetAddress.getLoopbackAddress(), before.port())) {
      client.getOutputStream().write(ASKED.getBytes(US_ASCII));
      try (Socket connection = resetting.accept()) {
        connection.getInputStream().readNBytes(ASKED.length());
        connection.setSoLinger(true, 0);
      }
      client.setSoTimeout(SILENCE_MILLIS_MAX);

      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void what_fails_on_the_way_back_ends_the_connection() throws Exception {
    proxy.delay(
        () -> {
          throw new IllegalStateException("no pause");
        });

    Socket client = ask();
    client.setSoTimeout(SILENCE_MILLIS_MAX);

    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void a_client_that_cannot_be_handled_is_the_only_one_that_is_lost() throws Exception {
    AtomicInteger handed = new AtomicInteger();
    ServerSocket bad =
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()) {
          @Override
          public Socket accept() throws IOException {
            Socket accepted = handed.getAndIncrement() == 0 ? new WithoutOptions() : new Socket();
            implAccept(accepted);
            return accepted;
          }
        };
    try (TcpFaultProxy before =
        new TcpFaultProxy((InetSocketAddress) server.getLocalSocketAddress(), bad)) {
      before.reset();
      try (Socket lost = new Socket(InetAddress.getLoopbackAddress(), before.port())) {
        lost.setSoTimeout(SILENCE_MILLIS_MAX);
        assertThat(lost.getInputStream().read()).isEqualTo(-1);
      }
      before.forward();
      try (Socket next = new Socket(InetAddress.getLoopbackAddress(), before.port())) {
        next.setSoTimeout(SILENCE_MILLIS_MAX);
        next.getOutputStream().write(ASKED.getBytes(US_ASCII));
        assertThat(read(next, ANSWER.length())).isEqualTo(ANSWER);
      }
      assertThat(before.connections()).isEqualTo(2);
    }
  }

  /** As one whose options the system refuses to set. */
  private static final class WithoutOptions extends Socket {
    @Override
    public void setSoLinger(boolean on, int linger) throws SocketException {
      throw new SocketException("no such option");
    }
  }

  @Test
  void a_client_that_is_accepted_while_it_closes_is_closed_too() throws Exception {
    CompletableFuture<TcpFaultProxy> closing = new CompletableFuture<>();
    ServerSocket late =
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()) {
          @Override
          public Socket accept() throws IOException {
            Socket accepted = super.accept();
            closing.join().close();
            return accepted;
          }
        };
    closing.complete(new TcpFaultProxy((InetSocketAddress) server.getLocalSocketAddress(), late));

    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), late.getLocalPort())) {
      client.setSoTimeout(SILENCE_MILLIS_MAX);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }
}
