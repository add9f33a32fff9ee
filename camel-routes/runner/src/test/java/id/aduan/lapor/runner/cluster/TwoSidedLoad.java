package id.aduan.lapor.runner.cluster;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.testkit.ledger.LedgerCheck;
import id.aduan.lapor.testkit.ledger.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A portal that pushes one complaint after the other, and an agency that pushes several answers to
 * each ticket, in order, to whichever node takes them; both repeat what was not acknowledged, as
 * the real ones do. What they told is in the ledger.
 */
final class TwoSidedLoad implements AutoCloseable {
  static final int ANSWERS = 3;
  private static final Duration PACE =
      Duration.ofMillis(Boolean.getBoolean("lapor.thorough") ? 150 : 300);
  private static final Duration AGAIN = Duration.ofMillis(300);
  private static final Reporter NOBODY = new Reporter("Nobody", "", "");

  private final PortalSimulator portal;
  private final LedgerCheck ledger;
  private final Random chance;
  private final List<URI> nodes = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(24);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private volatile boolean filing = true;
  private volatile String acknowledgedId = "";

  TwoSidedLoad(PortalSimulator portal, LedgerCheck ledger, Random chance) {
    this.portal = portal;
    this.ledger = ledger;
    this.chance = chance;
  }

  /** From now on it pushes to these. */
  void to(URI... addresses) {
    nodes.clear();
    nodes.addAll(List.of(addresses));
  }

  void begin() {
    var unused = threads.scheduleAtFixedRate(this::file, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Files nothing more; what waits for its acknowledgement is pushed until it has it. */
  void stopFiling() {
    filing = false;
  }

  /** How many messages no node has acknowledged yet. */
  int waiting() {
    return waiting.get();
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /** What a node says when a callback comes again that some node has acknowledged. */
  int statusOfRepeated(URI node) throws Exception {
    String id = acknowledgedId;
    return client
        .send(SampleConfig.webhook(node, "msg_" + id, id), BodyHandlers.discarding())
        .statusCode();
  }

  private void file() {
    if (filing) {
      String id =
          portal.fileComplaint(
              NewComplaint.of("Lampu mati", "Lampu mati.", NOBODY).withCategory(1398));
      push(
          () -> SampleConfig.webhook(node(), "msg_" + id, id),
          new Told("ticket " + id, id + " at dishub", 0, true),
          () -> acknowledgedId = id);
    }
  }

  /** The agency has a ticket, and answers it. */
  void answer(String complaint) {
    answer(complaint, 1);
  }

  private void answer(String complaint, int number) {
    push(
        () -> answerOf(complaint, number),
        new Told(textOf(complaint, number), complaint + " at the portal", number, true),
        () -> {
          if (number < ANSWERS) {
            answer(complaint, number + 1);
          }
        });
  }

  static String textOf(String complaint, int number) {
    return "Jawaban " + number + " untuk " + complaint;
  }

  private HttpRequest answerOf(String complaint, int number) throws Exception {
    String body =
        """
        {"id": "%1$s-%2$d", "no": "T-%1$s", "ref": "%1$s", "at": "%3$s", "status": "PROSES",
         "text": "%4$s", "visibility": "public"}
        """
            .formatted(complaint, number, Instant.now(), textOf(complaint, number));
    String event = "ans_" + complaint + "_" + number;
    long now = Instant.now().getEpochSecond();
    return HttpRequest.newBuilder(node().resolve("/webhooks/agencies/dishub"))
        .header("Content-Type", "application/json")
        .header("webhook-id", event)
        .header("webhook-timestamp", "" + now)
        .header(
            "webhook-signature", new Webhook(SampleConfig.SECRET_OF_DISHUB).sign(event, now, body))
        .timeout(Duration.ofSeconds(7))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private URI node() {
    return nodes.get(chance.nextInt(nodes.size()));
  }

  @FunctionalInterface
  private interface Message {
    HttpRequest make() throws Exception;
  }

  private void push(Message message, Told told, Runnable then) {
    waiting.incrementAndGet();
    threads.execute(() -> attempt(message, told, then));
  }

  private void attempt(Message message, Told told, Runnable then) {
    try {
      if (client.send(message.make(), BodyHandlers.discarding()).statusCode() == 202) {
        ledger.told(told);
        acknowledged.incrementAndGet();
        then.run();
        waiting.decrementAndGet();
        return;
      }
    } catch (IOException e) {
      // not acknowledged: a node that died or stands still, so it is pushed again
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    var unused =
        threads.schedule(
            () -> attempt(message, told, then), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    filing = false;
    threads.shutdownNow();
  }
}
