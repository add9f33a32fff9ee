package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutboxLanesTest extends StoreRig {
  @Test
  @Tag("C8")
  void a_lane_gives_out_one_entry_at_a_time_and_in_order() {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200001", "dishub", "2"));

    List<Envelope> first = claim("dishub", 10, NOW);
    List<Envelope> meanwhile = claim("dishub", 10, NOW);
    settle(first.get(0), State.DONE);
    List<Envelope> second = claim("dishub", 10, NOW);

    assertThat(first).hasSize(1);
    assertThat(meanwhile).isEmpty();
    assertThat(second)
        .extracting(envelope -> new String(envelope.payload(), StandardCharsets.UTF_8))
        .containsExactly("payload 2");
  }

  @Test
  @Tag("C11")
  void a_parked_entry_holds_its_own_lane_and_no_other() {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200001", "dishub", "2"));
    enqueue(entry("9200002", "dishub", "1"));
    settle(claim("dishub", 1, NOW).get(0), State.PARKED);

    List<Envelope> rest = claim("dishub", 10, NOW);

    assertThat(rest)
        .extracting(envelope -> envelope.lane().complaint().value())
        .containsExactly("9200002");
  }

  @Test
  @Tag("C3")
  void an_entry_with_a_known_key_changes_nothing() {
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isTrue();
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isFalse();
    assertThat(claim("dishub", 10, NOW)).hasSize(1);
  }

  @Test
  @Tag("C17")
  void a_result_counts_only_under_the_claim_it_belongs_to() {
    enqueue(entry("9200001", "dishub", "1"));
    Envelope late = claim("dishub", 1, NOW).get(0);
    Instant later = NOW.plus(LEASE);
    leasesRunOut();
    store.inTransaction(tx -> store.claims().recover(tx, later, later));
    Envelope current = claim("dishub", 1, later).get(0);

    assertThat(settle(late, State.DONE)).isFalse();
    assertThat(current.uncertain()).isTrue();
    assertThat(settle(current, State.DONE)).isTrue();
  }

  /** Each process remembers what it has claimed; that another claimed it later it cannot know. */
  @Test
  @Tag("C17")
  void what_a_process_remembers_counts_only_under_its_claim_though_the_row_looks_the_same() {
    JdbcClaims one = new JdbcClaims(stores.sealer());
    JdbcClaims other = new JdbcClaims(stores.sealer());
    enqueue(entry("9200001", "dishub", "1"));
    Envelope late = claim(one);
    assertThat(settle(other, late, State.WAITING, 0)).isTrue();
    Envelope current = claim(other);

    assertThat(settle(one, late, State.DONE, 1)).isFalse();
    assertThat(settle(other, current, State.DONE, 1)).isTrue();
  }

  private Envelope claim(JdbcClaims by) {
    return store.inTransaction(tx -> by.claim(tx, "dishub", share(1), NOW, LEASE)).get(0);
  }

  private boolean settle(JdbcClaims by, Envelope envelope, State next, int attempts) {
    Settlement settlement = new Settlement(next, NOW, attempts, 0, false, "", "", "");
    return store.inTransaction(tx -> by.settle(tx, envelope, settlement, NOW));
  }

  @Test
  @Tag("C15")
  void what_was_claimed_when_the_process_died_is_uncertain_after_the_next_start() {
    enqueue(entry("9200001", "dishub", "1"));
    claim("dishub", 1, NOW);
    store.close();

    store = stores.open();
    leasesRunOut();
    store.inTransaction(tx -> store.claims().recover(tx, NOW, NOW));

    assertThat(claim("dishub", 1, NOW)).extracting(Envelope::uncertain).containsExactly(true);
  }

  @Test
  void a_refreshed_entry_goes_out_with_its_newer_content_and_key() {
    enqueue(entry("9200001", "dishub", "1"));
    NewEntry newer = entry("9200001", "dishub", "2");

    boolean refreshed =
        store.inTransaction(
            tx -> store.outbox().refresh(tx, entry("9200001", "dishub", "1").key(), newer));

    assertThat(refreshed).isTrue();
    Envelope claimed = claim("dishub", 10, NOW).get(0);
    assertThat(claimed.key()).isEqualTo(newer.key());
    assertThat(new String(claimed.payload(), StandardCharsets.UTF_8)).isEqualTo("payload 2");
  }

  @Test
  @Tag("C7")
  void what_is_under_way_goes_out_as_it_was_and_is_repeated_with_the_newer_content() {
    enqueue(entry("9200001", "dishub", "1"));
    NewEntry newer = entry("9200001", "dishub", "2");
    Envelope first = claim("dishub", 1, NOW).get(0);

    store.inTransaction(tx -> store.outbox().refresh(tx, first.key(), newer));
    Instant later = NOW.plus(LEASE);
    leasesRunOut();
    store.inTransaction(tx -> store.claims().recover(tx, later, later));

    Envelope again = claim("dishub", 1, later).get(0);
    assertThat(new String(first.payload(), StandardCharsets.UTF_8)).isEqualTo("payload 1");
    assertThat(again.key()).isEqualTo(newer.key());
    assertThat(new String(again.payload(), StandardCharsets.UTF_8)).isEqualTo("payload 2");
  }

  @Test
  void the_youngest_entries_of_a_lane_come_youngest_first() {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200001", "dishub", "2"));
    enqueue(entry("9200001", "kantah", "3"));
    enqueue(entry("9200001", "dishub", "4"));
    claim("dishub", 1, NOW);
    Lane lane = new Lane(new TrackingId("9200001"), "dishub");

    List<Standing> two = store.read(tx -> store.outbox().youngest(tx, lane, 2));
    List<Standing> all = store.read(tx -> store.outbox().youngest(tx, lane, 9));

    assertThat(two)
        .extracting(Standing::key)
        .containsExactly(
            entry("9200001", "dishub", "4").key(), entry("9200001", "dishub", "2").key());
    assertThat(all)
        .extracting(Standing::state)
        .containsExactly(State.WAITING, State.WAITING, State.SENDING);
  }
}
