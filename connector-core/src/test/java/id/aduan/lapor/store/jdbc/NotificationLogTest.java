package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log of messages as the store keeps it. */
class NotificationLogTest extends StoreRig {
  private static final TrackingId CASE = new TrackingId("9200001");

  private static Notification row(String key, Optional<Instant> sentAt, String reference) {
    return new Notification(
        key,
        CASE,
        Optional.of(new AgencyCode("dishub")),
        Role.LIAISON,
        Channel.SMS,
        Notice.Kind.WARNING,
        "sp4n 1 50",
        NOW,
        sentAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        reference);
  }

  private boolean add(Notification row) {
    return store.inTransaction(tx -> store.notifications().add(tx, row));
  }

  private void save(Notification row) {
    store.inTransaction(
        tx -> {
          store.notifications().save(tx, row);
          return true;
        });
  }

  @Test
  @Tag("C3")
  void a_message_is_kept_once_by_its_key() {
    Notification first = row("k1", Optional.empty(), "");

    assertThat(add(first)).isTrue();
    assertThat(add(row("k1", Optional.of(NOW), "other"))).isFalse();

    List<Notification> kept = store.read(tx -> store.notifications().about(tx, CASE));
    assertThat(kept).containsExactly(first);
  }

  @Test
  void what_becomes_known_of_a_message_is_found_by_its_key_and_by_its_servers_name() {
    add(row("k1", Optional.empty(), ""));
    add(row("k2", Optional.empty(), ""));
    Notification sent = row("k1", Optional.of(NOW.plusSeconds(1)), "m-1");

    save(sent);

    Optional<Notification> found = store.read(tx -> store.notifications().find(tx, "k1"));
    assertThat(found).contains(sent);
    assertThat(called(Channel.SMS, "m-1")).contains(sent);
    assertThat(called(Channel.EMAIL, "m-1")).isEmpty();
    assertThat(called(Channel.SMS, "")).isEmpty();
  }

  private Optional<Notification> called(Channel channel, String reference) {
    return store.read(tx -> store.notifications().byReference(tx, channel, reference));
  }

  @Test
  void a_message_that_was_never_made_is_not_changed() {
    assertThatThrownBy(() -> save(row("k9", Optional.empty(), "")))
        .isInstanceOf(IllegalStateException.class);
  }
}
