package id.aduan.lapor.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.TicketStub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agency has two addresses, and what goes to the first of them is answered by nobody. */
@Tag("nightly")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AddressFamilyTest {
  private static final int QUEUE_MAX = 20;

  /** The address ::1. */
  private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  @TempDir private Path folder;

  @Test
  @Tag("F47")
  void what_one_family_of_addresses_swallows_goes_by_the_other() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (TicketStub agency = new TicketStub();
        ServerSocket mute = mute(agency.baseUri().getPort(), waiting);
        LaporProcesses lapor = new LaporProcesses(folder)) {
      Path hosts = folder.resolve("hosts");
      Files.writeString(hosts, "::1 dishub.test\n127.0.0.1 dishub.test\n");
      SampleConfig sample = SampleConfig.in(folder);
      sample.replace("127.0.0.1:1/dishub", "dishub.test:" + mute.getLocalPort() + "/dishub");
      Process process =
          lapor.startWith(
              List.of("-Djdk.net.hosts.file=" + hosts, "-Djava.net.preferIPv6Addresses=true"),
              "run",
              "run",
              "--config",
              sample.file().toString());

      push(LaporProcesses.readyAt(process));

      long swallowed =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> TcpTable.notAnswered(mute.getLocalPort()), it -> it > 0);
      Happened.times("F47", swallowed, "an IPv6 address that swallows all");
      await().atMost(Duration.ofSeconds(60)).until(() -> !agency.stored().isEmpty());
      assertThat(agency.stored()).containsExactly("9100001");
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static void push(URI address) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    assertThat(
            client
                .send(SampleConfig.webhook(address, "msg_1", "9100001"), BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(202);
  }

  /** Listens by IPv6, with a queue so full that the system drops what comes, as a firewall does. */
  private static ServerSocket mute(int port, List<Socket> waiting) throws IOException {
    assumeThat(Files.exists(Path.of("/proc/net/if_inet6"))).as("this system has IPv6").isTrue();
    ServerSocket mute = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK));
    for (int i = 0; i < QUEUE_MAX; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(mute.getLocalSocketAddress(), 200);
      } catch (SocketTimeoutException e) {
        return mute;
      }
    }
    mute.close();
    throw new IOException("this system takes more connections than it was asked to");
  }
}
