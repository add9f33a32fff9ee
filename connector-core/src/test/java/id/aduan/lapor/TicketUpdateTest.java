package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a case that changes on the portal after its ticket was opened. */
class TicketUpdateTest extends ConnectorRig {
  private static final Visibility NAMED = new Visibility(Flag.FALSE, Flag.FALSE);
  private static final Visibility SECRET = new Visibility(Flag.FALSE, Flag.TRUE);

  @BeforeEach
  void theAgencyCanUpdate() {
    dishub.can(Set.of(Capability.FIND, Capability.CHANGES, Capability.UPDATE));
  }

  @Test
  void a_change_reaches_the_ticket_that_is_open() {
    opened("9800001");

    changed("9800001", NAMED, "Ditindaklanjuti");

    await().until(() -> story("9800001").contains(Action.TICKET_UPDATED));
    assertThat(statuses()).containsExactly("Ditindaklanjuti");
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  @Tag("C3")
  void a_content_that_comes_again_after_another_is_sent_again() {
    opened("9800002");
    List<String> told = List.of("B", "C", "B", "C");

    for (int i = 0; i < told.size(); i++) {
      changed("9800002", NAMED, told.get(i));
      int sent = i + 1;
      await().until(() -> dishub.updates().size() == sent);
      await().until(() -> unsettled("9800002") == 0);
    }

    assertThat(statuses()).isEqualTo(told);
  }

  @Test
  @Tag("C24")
  void a_report_made_secret_later_is_updated_without_its_reporter() {
    opened("9800003");
    assertThat(dishub.tickets().get(0)).isInstanceOf(AgencyComplaint.Identified.class);

    changed("9800003", SECRET, "");

    await().until(() -> dishub.updates().size() == 1);
    assertThat(dishub.updates().get(0)).isInstanceOf(AgencyComplaint.Withheld.class);
    assertThat(dishub.updates().get(0).facts().secret()).isTrue();
  }

  @Test
  void what_the_agency_cannot_see_makes_no_update() throws Exception {
    Complaint complaint = Samples.complaint("9800004", "1398");
    Complaint named = Samples.with(complaint, SECRET, Status.UNKNOWN);
    portal.put(Samples.state(named));
    await().until(() -> story("9800004").contains(Action.TICKET_OPENED));

    portal.put(
        Samples.state(
            Samples.with(complaint, new Visibility(Flag.TRUE, Flag.TRUE), Status.UNKNOWN)));
    await().until(() -> story("9800004").contains(Action.CHANGED));

    assertThat(entries("9800004")).hasSize(1);
  }

  @Test
  @Tag("C7")
  @Tag("C8")
  void an_update_whose_end_is_unknown_is_repeated_with_what_is_newest() {
    opened("9800005");
    AtomicInteger sent = new AtomicInteger();
    dishub.updates(
        complaint -> {
          dishub.set(complaint);
          return sent.incrementAndGet() == 1
              ? new DeliveryResult.Unknown("cut off")
              : new DeliveryResult.Accepted("TKT-9800005");
        });

    changed("9800005", NAMED, "B");
    await().until(() -> sent.get() >= 1);
    changed("9800005", NAMED, "C");
    await().until(() -> sent.get() >= 2 && unsettled("9800005") == 0);

    assertThat(statuses()).startsWith("B").endsWith("C");
    assertThat(statuses().subList(statuses().indexOf("C"), statuses().size())).containsOnly("C");
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  @Tag("C8")
  void a_change_that_comes_while_an_update_is_under_way_follows_it() throws Exception {
    opened("9800006");
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    dishub.updates(
        complaint -> {
          arrived.countDown();
          waitFor(released);
          return dishub.set(complaint);
        });

    changed("9800006", NAMED, "B");
    arrived.await();
    changed("9800006", NAMED, "C");
    changed("9800006", NAMED, "D");
    int atOnce = entries("9800006").size();
    released.countDown();

    await().until(() -> dishub.updates().size() == 2 && unsettled("9800006") == 0);
    assertThat(statuses()).containsExactly("B", "D");
    assertThat(atOnce).as("the open, the update under way and one that waits").isEqualTo(3);
  }

  @Test
  void a_change_while_the_ticket_is_being_opened_follows_it_as_an_update() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    dishub.behaves(
        complaint -> {
          arrived.countDown();
          waitFor(released);
          return dishub.store(complaint);
        });
    portal.put(Samples.state(Samples.complaint("9800007", "1398")));
    arrived.await();

    changed("9800007", NAMED, "B");
    released.countDown();

    await().until(() -> dishub.updates().size() == 1);
    assertThat(statuses()).containsExactly("B");
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  void an_agency_that_cannot_update_is_not_asked_to() {
    dishub.can(Set.of(Capability.FIND));
    opened("9800008");

    changed("9800008", NAMED, "B");

    assertThat(entries("9800008")).hasSize(1);
  }

  @Test
  void a_power_that_was_taken_away_parks_what_waits_for_it() {
    opened("9800009");
    dishub.updates(complaint -> DeliveryResult.targetTrouble("connection refused"));
    changed("9800009", NAMED, "B");

    dishub.can(Set.of(Capability.FIND));

    awaitState("9800009", State.PARKED);
    assertThat(entries("9800009"))
        .extracting(OutboxView.Row::code)
        .containsExactly("", "LC-REFUSED");
  }

  private void opened(String id) {
    portal.put(Samples.state(Samples.complaint(id, "1398")));
    await().until(() -> story(id).contains(Action.TICKET_OPENED));
  }

  /** Returns when the connector has heard of it. */
  private void changed(String id, Visibility visibility, String status) {
    long before = story(id).stream().filter(Action.CHANGED::equals).count();
    Status words = new Status(Status.Stage.IN_PROGRESS, Status.Actor.UNKNOWN, status);
    Complaint complaint = Samples.with(Samples.complaint(id, "1398"), visibility, words);
    portal.put(Samples.state(complaint));
    await().until(() -> story(id).stream().filter(Action.CHANGED::equals).count() > before);
  }

  private List<String> statuses() {
    return dishub.updates().stream().map(update -> update.facts().status().raw()).toList();
  }

  private long unsettled(String id) {
    return entries(id).stream().filter(row -> row.state() != State.DONE).count();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
