package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.sync.CaseStore;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A portal that repeats itself. */
class SameWebhookTest extends WebhookRig {
  private static final int TIMES = 1_000;
  private static final int AT_ONCE = 50;

  @Test
  @Tag("C3")
  @Tag("F53")
  void aThousandTimesAndFiftyAtOnceItIsOneEventAndAnsweredAlike() throws Exception {
    Callable<HttpResponse<String>> push = () -> send(signed(event, complaint("9100077")));
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    Set<Integer> statuses = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    try {
      for (Future<HttpResponse<String>> end :
          threads.invokeAll(Stream.generate(() -> push).limit(TIMES).toList())) {
        statuses.add(end.get().statusCode());
        bodies.add(end.get().body());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(statuses).containsExactly(202);
    assertThat(bodies).hasSize(1);
    CaseStore store = connector.store();
    TrackingId id = new TrackingId("9100077");
    assertThat(store.<Integer>read(tx -> store.outboxView().entriesOf(tx, id).size())).isEqualTo(1);
    List<AuditEntry> story = store.read(tx -> store.audit().about(tx, id.value()));
    assertThat(story).extracting(AuditEntry::action).containsOnlyOnce(Action.RECEIVED);
    Happened.times("F53", TIMES, "the same message");
  }
}
