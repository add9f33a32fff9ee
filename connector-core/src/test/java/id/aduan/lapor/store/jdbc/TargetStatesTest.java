package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetState.Spell;
import id.aduan.lapor.delivery.TargetState.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C9")
class TargetStatesTest extends StoreRig {
  private static final TargetState STATE =
      new TargetState(
          "dishub",
          new Standing(Mode.OFF, NOW, "ops", "it opens doors"),
          new Spell(7, NOW.minusSeconds(60), NOW.plusSeconds(300), 3),
          1_795_000_000_000_001L,
          1_795_000_000_000_002L,
          Map.of(Alert.Kind.CREDENTIALS_REFUSED, NOW, Alert.Kind.ENTRIES_LATE, NOW));

  private TargetState stored(String target) {
    return store.read(tx -> store.targets().get(tx, target));
  }

  private void put(TargetState state) {
    store.inTransaction(
        tx -> {
          store.targets().put(tx, state);
          return true;
        });
  }

  @Test
  void what_is_known_of_a_target_survives_a_restart() {
    put(TargetState.unknown("dishub"));
    put(STATE);
    store.close();
    store = stores.open();

    assertThat(stored("dishub")).isEqualTo(STATE);
    assertThat(stored("kantah")).isEqualTo(TargetState.unknown("kantah"));
    Map<String, TargetState> all = store.read(tx -> store.targets().all(tx));
    assertThat(all).containsOnlyKeys("dishub");
  }

  @Test
  @Tag("C20")
  void a_word_of_a_later_version_lets_nothing_out() throws Exception {
    put(TargetState.unknown("dishub"));
    tamper("update lapor_target set mode = 'sleeping'");

    assertThat(stored("dishub").standing().mode()).isEqualTo(Mode.PAUSED);
    assertThat(store.verify(damage -> {}).isSound()).isFalse();
  }

  @Test
  @Tag("C10")
  void repetitions_are_claimed_only_as_far_as_the_share_allows() {
    enqueue(entry("9200001", "dishub", "1"));
    settle(claim("dishub", 1, NOW).get(0), State.WAITING);
    enqueue(entry("9200002", "dishub", "1"));

    Share firstOnly = new Share(5, 0, false, false, Instant.MAX);
    var first =
        store.inTransaction(tx -> store.claims().claim(tx, "dishub", firstOnly, NOW, LEASE));
    var due = store.inTransaction(tx -> store.claims().nextDue(tx, "dishub", firstOnly));
    var repeated = claim("dishub", 5, NOW);

    assertThat(first).extracting(it -> it.lane().complaint().value()).containsExactly("9200002");
    assertThat(due).isEmpty();
    assertThat(repeated).extracting(it -> it.lane().complaint().value()).containsExactly("9200001");
    Map<String, Integer> underWay = store.inTransaction(tx -> store.claims().underWay(tx));
    assertThat(underWay).containsExactly(Map.entry("dishub", 2));
  }

  @Test
  void a_lease_is_renewed_only_for_the_claim_that_counts() {
    enqueue(entry("9200001", "dishub", "1"));
    var late = claim("dishub", 1, NOW);
    leasesRunOut();
    store.inTransaction(tx -> store.claims().recover(tx, NOW.plus(LEASE), NOW));
    var current = claim("dishub", 1, NOW.plus(LEASE));

    assertThat(renewed(late)).isEmpty();
    assertThat(renewed(current)).isEqualTo(current);
  }

  private List<Envelope> renewed(List<Envelope> claimed) {
    return store.inTransaction(tx -> store.claims().renew(tx, claimed, NOW, LEASE));
  }
}
