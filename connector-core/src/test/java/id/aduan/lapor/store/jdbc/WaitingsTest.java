package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.Waitings;
import id.aduan.lapor.sync.Waitings.Kind;
import id.aduan.lapor.sync.Waitings.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waits for the coordinator, as the store keeps it. */
class WaitingsTest extends StoreRig {
  private static final TrackingId ONE = new TrackingId("9200001");
  private static final TrackingId TWO = new TrackingId("9200002");

  private boolean put(TrackingId complaint, Kind kind, String detail) {
    return store.inTransaction(tx -> store.waitings().put(tx, complaint, kind, detail, NOW));
  }

  private boolean settle(TrackingId complaint, Kind kind) {
    return store.inTransaction(tx -> store.waitings().settle(tx, complaint, kind, NOW));
  }

  private List<Waiting> waiting(Optional<Kind> kind, int max) {
    return store.read(tx -> store.waitings().waiting(tx, kind, max));
  }

  private Map<Kind, Long> counts() {
    return store.read(tx -> store.waitings().counts(tx));
  }

  @Test
  void a_case_waits_once_of_each_kind_and_tells_the_latest_detail() {
    assertThat(put(ONE, Kind.DEFAULT, "diskominfo")).isTrue();
    assertThat(put(ONE, Kind.DEFAULT, "dishub")).isFalse();
    assertThat(put(ONE, Kind.DIFFERENCE, "portal CLOSED")).isTrue();

    assertThat(waiting(Optional.empty(), 10))
        .extracting(Waiting::kind, Waiting::detail, Waiting::since)
        .containsExactly(
            tuple(Kind.DEFAULT, "dishub", NOW), tuple(Kind.DIFFERENCE, "portal CLOSED", NOW));
  }

  @Test
  void what_was_settled_waits_no_more_and_can_wait_anew() {
    put(ONE, Kind.CONFIRMATION, "dishub");

    assertThat(settle(ONE, Kind.CONFIRMATION)).isTrue();
    assertThat(settle(ONE, Kind.CONFIRMATION)).isFalse();
    assertThat(counts()).isEmpty();
    assertThat(put(ONE, Kind.CONFIRMATION, "dinkes")).isTrue();
    assertThat(counts()).containsOnly(Map.entry(Kind.CONFIRMATION, 1L));
  }

  @Test
  void the_oldest_come_first_of_one_kind_or_of_each_and_never_more_than_asked_for() {
    put(TWO, Kind.DEFAULT, "a");
    put(ONE, Kind.DISAGREEMENT, "b");
    put(ONE, Kind.DEFAULT, "c");

    assertThat(waiting(Optional.empty(), 2)).extracting(Waiting::detail).containsExactly("a", "b");
    assertThat(waiting(Optional.of(Kind.DEFAULT), 9))
        .extracting(Waiting::detail)
        .containsExactly("a", "c");
    List<Waiting> ofOne = store.read(tx -> store.waitings().of(tx, ONE));
    assertThat(ofOne).extracting(Waiting::detail).containsExactly("b", "c");
  }

  @Test
  void a_long_detail_is_cut_and_the_row_stays_sound() {
    put(ONE, Kind.DIFFERENCE, "x".repeat(Waitings.DETAIL_CHARACTERS_MAX + 1));

    assertThat(waiting(Optional.empty(), 1).get(0).detail())
        .hasSize(Waitings.DETAIL_CHARACTERS_MAX);
  }

  @Test
  @Tag("C20")
  void a_damaged_row_waits_without_its_detail_and_a_newer_one_replaces_it() throws Exception {
    put(ONE, Kind.CONFIRMATION, "dishub");
    tamper("update lapor_waiting set detail = 'dinkes'");

    assertThat(waiting(Optional.empty(), 1))
        .extracting(Waiting::complaint, Waiting::kind, Waiting::detail)
        .containsExactly(tuple(ONE, Kind.CONFIRMATION, ""));
    assertThat(put(ONE, Kind.CONFIRMATION, "dishub")).isTrue();
    assertThat(put(ONE, Kind.CONFIRMATION, "dishub")).isFalse();
    assertThat(waiting(Optional.empty(), 9)).extracting(Waiting::detail).containsExactly("dishub");
  }

  @Test
  @Tag("C20")
  void a_damaged_row_that_was_dealt_with_waits_no_more() throws Exception {
    put(ONE, Kind.DEFAULT, "dishub");
    tamper("update lapor_waiting set detail = 'dinkes'");

    assertThat(settle(ONE, Kind.DEFAULT)).isTrue();

    assertThat(waiting(Optional.empty(), 1)).isEmpty();
    assertThat(put(ONE, Kind.DEFAULT, "dishub")).isTrue();
  }

  @Test
  void those_of_an_agency_are_found_by_what_is_proposed_and_nothing_like_it() {
    put(ONE, Kind.CONFIRMATION, "dishub, dinkes by RULE at mapping.yaml:17 of mapping 1");
    put(TWO, Kind.CONFIRMATION, "dinkes-kota by RULE at mapping.yaml:18 of mapping 1");

    assertThat(of("dinkes")).containsExactly(ONE);
    assertThat(of("dishub")).containsExactly(ONE);
    assertThat(of("dinkes-kota")).containsExactly(TWO);
    assertThat(of("kota")).isEmpty();
  }

  private List<TrackingId> of(String agency) {
    return store
        .read(tx -> store.waitings().waiting(tx, Optional.empty(), new AgencyCode(agency), 9))
        .stream()
        .map(Waiting::complaint)
        .toList();
  }
}
