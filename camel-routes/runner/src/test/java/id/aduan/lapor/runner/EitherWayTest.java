package id.aduan.lapor.runner;

import static org.awaitility.Awaitility.await;

import id.aduan.lapor.simulator.state.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Either way is enough: pushing alone, and polling alone. The real portal side, over HTTP. */
@Tag("C6")
class EitherWayTest {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration PUSHED_MAX = Duration.ofSeconds(60);
  private static final int COMPLAINTS = 25; // more than a page of the portal's list

  @TempDir private Path folder;

  @Test
  void withTheWebhookOffAllArrivesByPollingWithinTwoIntervals() throws Exception {
    try (PortalSide side = new PortalSide(folder, false)) {
      side.sample.replace("poll: {every: PT1S}", "poll: {every: PT5S}\n  reconcile: off");
      side.start();
      List<String> ids = Stream.generate(side::files).limit(COMPLAINTS).toList();

      await()
          .atMost(INTERVAL.multipliedBy(2))
          .until(() -> ids.stream().noneMatch(id -> side.status(id).isEmpty()));

      side.portal.closeComplaint(ids.get(3), Status.CLOSED_BY_ADMIN);
      await()
          .atMost(INTERVAL.multipliedBy(2))
          .until(() -> side.status(ids.get(3)).equals("Selesai"));
      await().atMost(PUSHED_MAX).until(() -> ids.stream().allMatch(side::hasTicket));
      side.requireOneTicketEach();
    }
  }

  @Test
  void withPollingOffAllArrivesByTheWebhook() throws Exception {
    try (PortalSide side = new PortalSide(folder, true)) {
      side.sample.replace("poll: {every: PT1S}", "poll: off\n  reconcile: off\n  follow: off");
      side.start();
      List<String> ids = Stream.generate(side::files).limit(COMPLAINTS).toList();
      side.portal.closeComplaint(ids.get(3), Status.CLOSED_BY_ADMIN);

      await()
          .atMost(PUSHED_MAX)
          .until(
              () ->
                  side.status(ids.get(3)).equals("Selesai")
                      && ids.stream().noneMatch(id -> side.status(id).isEmpty()));
      await().atMost(PUSHED_MAX).until(() -> ids.stream().allMatch(side::hasTicket));
      side.requireOneTicketEach();
    }
  }
}
