package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Entries;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.PortalEntries.Known;
import id.aduan.lapor.sync.PortalEntries.Told;
import id.aduan.lapor.sync.Replies.Held;
import id.aduan.lapor.sync.Replies.State;
import id.aduan.lapor.sync.Replies.Waiting;
import id.aduan.lapor.sync.Returns;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Entries of the portal, answers that wait and cases that were given back, as the store keeps them.
 */
class FollowUpStoreTest extends StoreRig {
  private static final TrackingId CASE = new TrackingId("9200001");
  private static final TrackingId OTHER = new TrackingId("9200002");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");

  private void write(Consumer<Tx> work) {
    boolean unused =
        store.inTransaction(
            tx -> {
              work.accept(tx);
              return true;
            });
  }

  private void keep(TrackingId complaint, PortalEntry entry, String twin, String echoOf) {
    Known known = new Known(entry.origin(), entry.id(), entry.kind(), NOW, twin, echoOf);
    write(tx -> store.portalEntries().add(tx, complaint, known, entry));
  }

  @Test
  void entries_are_kept_by_case_in_the_order_in_which_they_came() {
    PortalEntry reply = Entries.reply("8", NOW.toString(), "Masih padam.");
    PortalEntry answer = Entries.answer("7", NOW.toString(), "Sudah.");
    keep(CASE, reply, "a", "");
    keep(CASE, answer, "b", "key-1");
    keep(OTHER, reply, "a", "");

    assertThat(store.<List<Known>>read(tx -> store.portalEntries().known(tx, CASE)))
        .extracting(Known::id)
        .containsExactly("8", "7");
    assertThat(store.<List<Told>>read(tx -> store.portalEntries().told(tx, CASE)))
        .extracting(Told::entry)
        .containsExactly(reply, answer);
  }

  @Test
  @Tag("C13")
  @Tag("F61")
  void an_answer_is_proven_by_its_echo_and_others_that_say_the_same_are_counted() {
    IdempotencyKey key = new IdempotencyKey("key-2");
    PortalEntry answer = Entries.answer("9", NOW.toString(), "Sudah.");
    keep(CASE, answer, "same", key.value());
    keep(CASE, Entries.answer("10", NOW.toString(), "Sudah."), "same", "");
    keep(CASE, Entries.answer("11", NOW.toString(), "Sudah."), "same", "entry:LOG 3");
    keep(CASE, Entries.inLog("12", answer), "same", "");

    assertThat(store.<Optional<String>>read(tx -> store.portalEntries().proof(tx, key)))
        .contains("9");
    assertThat(
            store.<Optional<String>>read(
                tx -> store.portalEntries().proof(tx, new IdempotencyKey("key-none"))))
        .isEmpty();
    assertThat(store.<Integer>read(tx -> store.portalEntries().foreign(tx, CASE, "same")))
        .isEqualTo(2);
    Happened.times("F61", 1, "our own answer told back");
  }

  @Test
  @Tag("C3")
  void entries_of_two_cases_may_have_the_same_ids_and_repeat_the_other_list() {
    PortalEntry inLog = Entries.inLog("1", Entries.answer("1", NOW.toString(), "Sudah."));
    PortalEntry followUp = Entries.answer("1", NOW.toString(), "Sudah.");
    for (TrackingId complaint : List.of(CASE, OTHER)) {
      keep(complaint, inLog, "same", "");
      keep(complaint, followUp, "same", "entry:LOG 1");
    }

    assertThat(store.<List<Known>>read(tx -> store.portalEntries().known(tx, OTHER)))
        .extracting(Known::isRepeated)
        .containsExactly(false, true);
  }

  private static FollowUp answer(String change) {
    return new FollowUp(CASE, DISHUB, change, NOW, "Sudah.", List.of());
  }

  private List<Waiting> waiting() {
    return store.read(tx -> store.replies().waiting(tx, 10));
  }

  @Test
  @Tag("C3")
  void an_answer_waits_once_and_no_longer_when_it_was_decided() {
    write(tx -> store.replies().add(tx, answer("1"), NOW));
    write(tx -> store.replies().add(tx, answer("1").worded("Lain."), NOW.plusSeconds(9)));
    write(tx -> store.replies().add(tx, answer("2"), NOW));

    assertThat(waiting()).hasSize(2);
    assertThat(store.read(tx -> store.replies().count(tx)).oldest()).contains(NOW);
    long first = waiting().get(0).id();
    Held held = store.read(tx -> store.replies().find(tx, first)).orElseThrow();
    assertThat(held.followUp()).isEqualTo(answer("1"));

    write(
        tx ->
            store
                .replies()
                .decide(tx, held, State.APPROVED, answer("1").worded("Lain."), NOW.plusSeconds(5)));

    assertThat(waiting()).hasSize(1);
    assertThat(store.<Optional<Held>>read(tx -> store.replies().find(tx, first)))
        .hasValueSatisfying(
            it -> {
              assertThat(it.state()).isEqualTo(State.APPROVED);
              assertThat(it.followUp().content()).isEqualTo("Lain.");
            });
  }

  @Test
  @Tag("CMP-07")
  void a_case_that_was_given_back_waits_once() {
    TicketChange change = new TicketChange("3", "T-1", "", NOW, false, "x", "DITOLAK", List.of());
    write(tx -> store.returns().add(tx, CASE, DISHUB, change, NOW));
    write(tx -> store.returns().add(tx, CASE, DISHUB, change, NOW));

    assertThat(store.<Long>read(tx -> store.returns().count(tx))).isEqualTo(1);
    assertThat(store.<Boolean>read(tx -> store.returns().isWaiting(tx, CASE, DISHUB))).isTrue();
    assertThat(store.<Boolean>read(tx -> store.returns().isWaiting(tx, OTHER, DISHUB))).isFalse();
    assertThat(store.<List<Returns.Waiting>>read(tx -> store.returns().waiting(tx, 10)))
        .extracting(it -> it.word())
        .containsExactly("DITOLAK");
  }

  @Test
  @Tag("CMP-07")
  void a_return_that_was_dealt_with_waits_no_longer_and_a_later_one_waits_anew() {
    TicketChange change = new TicketChange("4", "T-1", "", NOW, false, "x", "DITOLAK", List.of());
    TicketChange again = new TicketChange("5", "T-1", "", NOW, false, "x", "DITOLAK", List.of());
    write(tx -> store.returns().add(tx, CASE, DISHUB, change, NOW));
    write(tx -> store.returns().add(tx, OTHER, DISHUB, again, NOW));

    write(tx -> store.returns().settle(tx, CASE, DISHUB, NOW.plusSeconds(5)));
    write(tx -> store.returns().settle(tx, CASE, DISHUB, NOW.plusSeconds(9)));

    assertThat(store.<List<Returns.Waiting>>read(tx -> store.returns().waiting(tx, 10)))
        .extracting(Returns.Waiting::complaint)
        .containsExactly(OTHER);
    assertThat(store.<Boolean>read(tx -> store.returns().isWaiting(tx, CASE, DISHUB))).isFalse();
    TicketChange later = new TicketChange("6", "T-1", "", NOW, false, "x", "DITOLAK", List.of());
    write(tx -> store.returns().add(tx, CASE, DISHUB, later, NOW));
    assertThat(store.<Long>read(tx -> store.returns().count(tx))).isEqualTo(2);
  }
}
