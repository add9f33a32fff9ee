package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Entry;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.CorruptRowException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InboxTest extends StoreRig {
  private static final Receipt ACCEPTED = new Receipt("in-1", false, "", "hash-1");
  private static final Receipt QUARANTINED = new Receipt("in-2", true, "json.syntax", "hash-2");
  private static final Optional<TrackingId> ABOUT = Optional.of(new TrackingId("9200001"));

  private void add(String source, Receipt receipt, Optional<TrackingId> complaint) {
    byte[] raw = "Siti".getBytes(StandardCharsets.UTF_8);
    Arrival arrival =
        new Arrival(
            source,
            "msg-" + receipt.reference(),
            NOW,
            raw,
            receipt.contentHash(),
            receipt,
            complaint);
    store.inTransaction(
        tx -> {
          store.inbox().add(tx, arrival);
          return true;
        });
  }

  private Optional<Entry> byReference(String source, String reference) {
    return store.inTransaction(tx -> store.inbox().byReference(tx, source, reference));
  }

  @Test
  void an_event_is_found_by_the_reference_that_its_sender_was_told() {
    add("portal.webhook", ACCEPTED, ABOUT);
    add("portal.webhook", QUARANTINED, Optional.empty());

    assertThat(byReference("portal.webhook", "in-1")).contains(new Entry(ACCEPTED, NOW, ABOUT));
    assertThat(byReference("portal.webhook", "in-2"))
        .contains(new Entry(QUARANTINED, NOW, Optional.empty()));
    assertThat(byReference("portal.webhook", "in-3")).isEmpty();
  }

  @Test
  void an_event_of_another_source_is_not_found() {
    add("dishub.push", ACCEPTED, ABOUT);

    assertThat(byReference("portal.webhook", "in-1")).isEmpty();
    assertThat(byReference("dishub.push", "in-1")).isPresent();
  }

  @Test
  @Tag("C20")
  void a_row_that_was_changed_by_hand_is_not_told() throws Exception {
    add("portal.webhook", QUARANTINED, Optional.empty());
    tamper("update lapor_inbox set quarantined = 0");

    assertThatThrownBy(() -> byReference("portal.webhook", "in-2"))
        .isInstanceOf(CorruptRowException.class);
  }
}
