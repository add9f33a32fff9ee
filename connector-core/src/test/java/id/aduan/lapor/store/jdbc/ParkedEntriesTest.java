package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.OutboxView.Count;
import id.aduan.lapor.delivery.ParkedCause;
import id.aduan.lapor.delivery.ParkedEntries;
import id.aduan.lapor.delivery.ParkedEntries.Held;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parked entries as rows: what a person does with one leaves its lane whole. */
@Tag("C12")
class ParkedEntriesTest extends StoreRig {
  private long park(String complaint, String version, String code) {
    enqueue(entry(complaint, "dishub", version));
    Envelope claimed = claim("dishub", 1, NOW).get(0);
    Settlement parked = new Settlement(State.PARKED, NOW, 3, 0, false, "", code, "no");
    assertThat(store.<Boolean>inTransaction(tx -> store.claims().settle(tx, claimed, parked, NOW)))
        .isTrue();
    return claimed.id();
  }

  private Optional<Held> find(long id) {
    return store.read(tx -> store.parked().find(tx, id));
  }

  private void act(long id, BiConsumer<Tx, Held> work) {
    store.inTransaction(
        tx -> {
          work.accept(tx, store.parked().find(tx, id).orElseThrow());
          return true;
        });
  }

  private static String payload(Envelope envelope) {
    return new String(envelope.payload(), UTF_8);
  }

  private List<OutboxView.Row> rows(String complaint) {
    return store.read(tx -> store.outboxView().entriesOf(tx, new TrackingId(complaint)));
  }

  private long damages() {
    List<StoreDamage> found = new ArrayList<>();
    store.verify(found::add);
    return found.size();
  }

  @Test
  @Tag("C7")
  @Tag("C8")
  void what_is_let_go_keeps_its_key_and_its_place_before_what_waits_behind_it() {
    long id = park("9200001", "1", Settlement.REFUSED);
    enqueue(entry("9200001", "dishub", "2"));
    assertThat(claim("dishub", 10, NOW)).isEmpty();

    act(id, (tx, held) -> store.parked().release(tx, held, State.WAITING, NOW));

    Envelope first = claim("dishub", 10, NOW).get(0);
    assertThat(first.key()).isEqualTo(entry("9200001", "dishub", "1").key());
    assertThat(first.attempts()).isZero();
    assertThat(first.uncertain()).isFalse();
    settle(first, State.DONE);
    assertThat(claim("dishub", 10, NOW))
        .extracting(ParkedEntriesTest::payload)
        .containsExactly("payload 2");
    assertThat(damages()).isZero();
  }

  @Test
  void what_may_be_there_is_let_go_to_be_looked_up() {
    long id = park("9200001", "1", Settlement.UNKNOWN_OUTCOME);

    act(id, (tx, held) -> store.parked().release(tx, held, State.UNCERTAIN, NOW));

    assertThat(claim("dishub", 10, NOW)).extracting(Envelope::uncertain).containsExactly(true);
  }

  @Test
  @Tag("C8")
  void a_discarded_entry_is_settled_and_the_next_of_its_lane_moves_up() {
    long id = park("9200001", "1", Settlement.REFUSED);
    enqueue(entry("9200001", "dishub", "2"));

    act(id, (tx, held) -> store.parked().discard(tx, held, NOW));

    assertThat(find(id)).isEmpty();
    assertThat(claim("dishub", 10, NOW))
        .extracting(ParkedEntriesTest::payload)
        .containsExactly("payload 2");
    assertThat(rows("9200001"))
        .extracting(OutboxView.Row::state)
        .containsExactly(State.DISCARDED, State.SENDING);
    assertThat(rows("9200001").get(0).code()).isEqualTo(Settlement.REFUSED);
    List<Count> counts = store.read(tx -> store.outboxView().counts(tx));
    assertThat(counts).extracting(Count::state).contains(State.DISCARDED);
    assertThat(damages()).isZero();
  }

  @Test
  void what_comes_after_a_discarded_entry_is_the_head_of_its_lane() {
    act(
        park("9200001", "1", Settlement.REFUSED),
        (tx, held) -> store.parked().discard(tx, held, NOW));

    enqueue(entry("9200001", "dishub", "2"));

    assertThat(claim("dishub", 10, NOW)).hasSize(1);
    assertThat(damages()).isZero();
  }

  @Test
  void an_entry_that_is_settled_by_a_person_has_its_reference() {
    long id = park("9200001", "1", Settlement.UNKNOWN_OUTCOME);
    enqueue(entry("9200001", "dishub", "2"));

    act(id, (tx, held) -> store.parked().accept(tx, held, "TKT-7", NOW));

    assertThat(rows("9200001"))
        .extracting(OutboxView.Row::state, OutboxView.Row::reference)
        .contains(tuple(State.DONE, "TKT-7"));
    assertThat(claim("dishub", 10, NOW)).hasSize(1);
    assertThat(damages()).isZero();
  }

  @Test
  void another_content_goes_out_under_the_key_that_goes_with_it() {
    long id = park("9200001", "1", Settlement.REFUSED);
    NewEntry other = entry("9200001", "dishub", "9");

    act(id, (tx, held) -> store.parked().release(tx, held, State.WAITING, NOW, other));

    Envelope claimed = claim("dishub", 10, NOW).get(0);
    assertThat(claimed.key()).isEqualTo(other.key());
    assertThat(payload(claimed)).isEqualTo("payload 9");
    assertThat(damages()).isZero();
  }

  @Test
  void what_is_rerouted_takes_its_lane_with_it_and_frees_its_keys() {
    long id = park("9200001", "1", Settlement.REFUSED);
    enqueue(entry("9200001", "dishub", "2"));
    enqueue(entry("9200002", "dishub", "1"));

    int discarded =
        store.inTransaction(
            tx -> store.parked().reroute(tx, store.parked().find(tx, id).orElseThrow(), NOW));

    assertThat(discarded).isEqualTo(2);
    assertThat(rows("9200001"))
        .extracting(OutboxView.Row::code)
        .containsOnly(ParkedEntries.REROUTED);
    assertThat(claim("dishub", 10, NOW))
        .extracting(it -> it.lane().complaint().value())
        .containsExactly("9200002");
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isTrue();
    assertThat(claim("dishub", 10, NOW)).hasSize(1);
    assertThat(damages()).isZero();
  }

  @Test
  @Tag("C20")
  void a_damaged_entry_is_found_without_its_content_and_its_lane_goes_on_without_it()
      throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200001", "dishub", "2"));
    tamper("update lapor_outbox set operation = 'close' where id = 1");
    assertThat(claim("dishub", 10, NOW)).isEmpty();

    Held held = find(1).orElseThrow();
    assertThat(held.cause()).isEqualTo(ParkedCause.DAMAGED);
    assertThat(held.sound()).isEmpty();
    act(1, (tx, it) -> store.parked().discard(tx, it, NOW));

    assertThat(claim("dishub", 10, NOW))
        .extracting(ParkedEntriesTest::payload)
        .containsExactly("payload 2");
    assertThat(damages()).as("the damage is told of all the same").isEqualTo(1);
  }

  @Test
  @Tag("C20")
  void another_content_makes_a_damaged_entry_sound() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    tamper("update lapor_outbox set payload = x'00' where id = 1");
    assertThat(claim("dishub", 10, NOW)).isEmpty();
    assertThat(damages()).isEqualTo(1);
    NewEntry other = entry("9200001", "dishub", "9");

    act(1, (tx, held) -> store.parked().release(tx, held, State.WAITING, NOW, other));

    assertThat(claim("dishub", 10, NOW))
        .extracting(ParkedEntriesTest::payload)
        .containsExactly("payload 9");
    assertThat(damages()).isZero();
  }

  @Test
  void what_is_in_another_state_is_not_found() {
    enqueue(entry("9200001", "dishub", "1"));

    assertThat(find(1)).isEmpty();
    claim("dishub", 1, NOW);
    assertThat(find(1)).isEmpty();
    assertThat(find(77)).isEmpty();
  }

  @Test
  void a_filter_chooses_by_agency_code_and_time() {
    long refused = park("9200001", "1", Settlement.REFUSED);
    long unknown = park("9200002", "1", Settlement.UNKNOWN_OUTCOME);

    assertThat(select(ParkedFilter.ALL, "")).containsExactly(refused, unknown);
    assertThat(select(filter("dishub", Settlement.REFUSED), "")).containsExactly(refused);
    assertThat(select(filter("kantah", Settlement.REFUSED), "")).isEmpty();
    assertThat(select(ParkedFilter.ALL, "2026-11-01")).as("there are no cases").isEmpty();
    ParkedFilter later =
        new ParkedFilter(
            Optional.empty(), Optional.empty(), Optional.of(NOW.plusMillis(1)), Optional.empty());
    assertThat(select(later, "")).isEmpty();
  }

  private static ParkedFilter filter(String target, String code) {
    return new ParkedFilter(
        Optional.of(target), Optional.of(code), Optional.empty(), Optional.empty());
  }

  private List<Long> select(ParkedFilter filter, String version) {
    return store.read(
        tx ->
            store
                .parked()
                .select(tx, filter, Optional.of(version).filter(it -> !it.isEmpty()), 10));
  }
}
