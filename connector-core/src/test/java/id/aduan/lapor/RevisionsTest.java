package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.sync.CaseRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages carry whole states, so that a gap is closed by whatever is newer. */
@Tag("C8")
@Tag("C3")
class RevisionsTest extends ConnectorRig {
  private static final int REVISIONS = 100;
  private static final String ID = "9200001";

  @Test
  @Tag("F54")
  void a_hundred_revisions_in_any_order_end_where_they_would_in_order_with_one_ticket()
      throws Exception {
    long seed = System.nanoTime();
    List<Long> revisions = new ArrayList<>(LongStream.rangeClosed(1, REVISIONS).boxed().toList());
    Collections.shuffle(revisions, new Random(seed));

    for (long revision : revisions) {
      portal.put(state(revision));
      push("msg_" + revision, ID);
    }

    awaitState(ID, State.DONE);
    CaseRecord last =
        connector
            .store()
            .read(tx -> connector.store().complaints().find(tx, new TrackingId(ID)))
            .orElseThrow();
    assertThat(last.revision()).as("seed %d", seed).hasValue(REVISIONS);
    assertThat(last.complaint()).as("seed %d", seed).isEqualTo(state(REVISIONS).complaint());
    assertThat(dishub.tickets()).as("seed %d", seed).hasSize(1);
    Happened.times("F54", REVISIONS, "revisions in a random order");
  }

  private static PortalState state(long revision) {
    Complaint sample = Samples.complaint(ID, "1398");
    Complaint told =
        new Complaint(
            sample.id(),
            "title " + revision,
            sample.content(),
            sample.category(),
            sample.classification(),
            sample.channel(),
            sample.visibility(),
            sample.receivedAt(),
            sample.incidentOn(),
            sample.location(),
            sample.status(),
            sample.disposition(),
            sample.attachments(),
            sample.reporter(),
            List.of());
    return Samples.state(told, revision);
  }
}
