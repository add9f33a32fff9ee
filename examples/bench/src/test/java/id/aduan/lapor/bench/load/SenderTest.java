package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.bench.load.AgencyDesks.Mode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The generator's own client against its own agencies. */
class SenderTest {
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();

  private static ByteBuffer request(int event) {
    String body = "{\"nomor\":\"" + (9_000_000 + event) + "\",\"judul\":\"[r1] Lampu\"}";
    return ByteBuffer.wrap(
        ("POST /tiket HTTP/1.1\r\nHost: a\r\nIdempotency-Key: k"
                + event
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(ISO_8859_1));
  }

  private AgencyDesks desks() throws Exception {
    return new AgencyDesks(
        2,
        (complaint, revision, key, opens, nanos) ->
            arrived.add(complaint + " r" + revision + " " + key + " " + opens));
  }

  private Sender sender(AgencyDesks desks, int agency, int connections) throws Exception {
    return new Sender(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), desks.ports().get(agency)),
        connections,
        SenderTest::request,
        (event, status, nanos) -> statuses.add(status));
  }

  private int status() throws InterruptedException {
    return List.of(statuses.poll(60, TimeUnit.SECONDS)).get(0);
  }

  @Test
  void eachRequestArrivesOnceAndIsAnswered() throws Exception {
    try (AgencyDesks desks = desks();
        Sender sender = sender(desks, 0, 2)) {
      for (int i = 0; i < 50; i++) {
        sender.send(i);
      }
      for (int i = 0; i < 50; i++) {
        assertThat(status()).isEqualTo(201);
      }

      assertThat(arrived).hasSize(50).doesNotHaveDuplicates().contains("49 r1 k49 true");
      assertThat(sender.open()).isZero();
    }
  }

  @Test
  void whatADeadAgencyRefusesIsToldAndItIsReachedAgainWhenItIsBack() throws Exception {
    try (AgencyDesks desks = desks();
        Sender sender = sender(desks, 0, 1)) {
      sender.send(1);
      assertThat(status()).isEqualTo(201);

      desks.mode(0, Mode.DOWN);
      int told = 201;
      for (int i = 2; told == 201; i++) {
        sender.send(i);
        told = status();
      }
      assertThat(told).isEqualTo(Sender.NO_ANSWER);

      desks.mode(0, Mode.ANSWERS);
      for (int i = 1000; told == Sender.NO_ANSWER; i++) {
        sender.send(i);
        told = status();
      }
      assertThat(told).isEqualTo(201);
    }
  }

  @Test
  void anAgencyIsDownAndBackInOneLookOfItsThread() throws Exception {
    try (AgencyDesks desks = desks()) {
      for (int i = 0; i < 200; i++) { // some pairs of these are found together
        desks.mode(0, Mode.DOWN);
        desks.mode(0, Mode.ANSWERS);
      }

      try (Sender sender = sender(desks, 1, 1)) {
        sender.send(1);
        assertThat(status()).isEqualTo(201);
      }
      try (Sender sender = sender(desks, 0, 1)) {
        sender.send(2); // those orders were carried out before the answer to the other agency
        assertThat(status()).isEqualTo(201);
      }
    }
  }

  @Test
  void aHungAgencyKeepsTheRequestAndCountsNothingWhileOthersAreServed() throws Exception {
    try (AgencyDesks desks = desks();
        Sender hung = sender(desks, 0, 1);
        Sender other = sender(desks, 1, 1)) {
      desks.mode(0, Mode.HANGS);

      hung.send(1);
      hung.send(2);
      other.send(3); // the one thread of the agencies has seen the first when it answers the last
      assertThat(status()).isEqualTo(201);
      other.send(4);
      assertThat(status()).isEqualTo(201);

      assertThat(hung.open()).isEqualTo(2);
      assertThat(arrived).containsExactly("3 r1 k3 true", "4 r1 k4 true");
    }
  }
}
