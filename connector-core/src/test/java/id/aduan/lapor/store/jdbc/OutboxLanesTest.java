package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
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
  void a_refreshed_entry_goes_out_with_its_newer_content() {
    enqueue(entry("9200001", "dishub", "1"));

    boolean refreshed =
        store.inTransaction(tx -> store.outbox().refresh(tx, entry("9200001", "dishub", "2")));

    assertThat(refreshed).isTrue();
    assertThat(claim("dishub", 10, NOW))
        .extracting(envelope -> new String(envelope.payload(), StandardCharsets.UTF_8))
        .containsExactly("payload 2");
  }

  @Test
  @Tag("C7")
  void what_may_have_arrived_keeps_its_key_when_its_content_is_renewed() {
    enqueue(entry("9200001", "dishub", "1"));
    IdempotencyKey first = claim("dishub", 1, NOW).get(0).key();

    store.inTransaction(tx -> store.outbox().refresh(tx, entry("9200001", "dishub", "2")));
    Instant later = NOW.plus(LEASE);
    leasesRunOut();
    store.inTransaction(tx -> store.claims().recover(tx, later, later));

    Envelope again = claim("dishub", 1, later).get(0);
    assertThat(again.key()).isEqualTo(first);
    assertThat(new String(again.payload(), StandardCharsets.UTF_8)).isEqualTo("payload 2");
  }
}
