package id.aduan.lapor.simulator.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.simulator.PushSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookQueueTest {
  private final PushSettings settings =
      PushSettings.to(URI.create("http://contoh.example"), PushSettings.INVENTED_SECRET)
          .withRetry(Duration.ofMillis(1), Duration.ofMillis(8));
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void theWaitsDoubleUpToTheBound() {
    var plain = PushSettings.NONE;

    assertThat(List.of(0, 1, 2, 4, 5, 1000))
        .extracting(failures -> WebhookQueue.wait(plain, failures).toMillis())
        .containsExactly(200L, 400L, 800L, 3200L, 5000L, 5000L);
  }

  @Test
  void aStuckComplaintDoesNotHoldUpAnother() {
    var stuck = new CompletableFuture<Integer>();
    var queue = queue(event -> event.complaintId().equals("1") ? stuck : done(200));
    queue.add(new PushEvent("a", "1", "{}"));
    queue.add(new PushEvent("b", "1", "{}"));
    queue.add(new PushEvent("c", "2", "{}"));

    assertThat(sent).containsExactly("a", "c");
    stuck.complete(200);

    assertThat(sent).containsExactly("a", "c", "b");
    assertThat(queue.size()).isZero();
  }

  @Test
  void aFailureToTalkIsTriedAgainToo() {
    var tries = new AtomicInteger();
    var queue =
        queue(
            event ->
                tries.incrementAndGet() < 3
                    ? CompletableFuture.failedFuture(new java.io.IOException("refused"))
                    : done(200));
    queue.add(new PushEvent("a", "1", "{}"));

    await().until(() -> queue.size() == 0);
    assertThat(sent).containsExactly("a", "a", "a");
  }

  @Test
  void whileShutItKeepsWhatItHas() {
    var queue = queue(event -> done(200));
    queue.open(false);
    queue.add(new PushEvent("a", "1", "{}"));

    assertThat(sent).isEmpty();
    queue.open(true);
    assertThat(sent).containsExactly("a");
  }

  private WebhookQueue queue(
      java.util.function.Function<PushEvent, CompletableFuture<Integer>> sender) {
    return new WebhookQueue(
        settings,
        event -> {
          sent.add(event.id());
          return sender.apply(event);
        },
        (event, status) -> {},
        timer);
  }

  private static CompletableFuture<Integer> done(int status) {
    return CompletableFuture.completedFuture(status);
  }
}
