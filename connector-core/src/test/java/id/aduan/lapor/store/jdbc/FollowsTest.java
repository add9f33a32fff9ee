package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.Follow;
import id.aduan.lapor.sync.Follow.Phase;
import id.aduan.lapor.sync.Follows.Unfollowed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How cases are followed, and what is asked for again, as the store keeps it. */
class FollowsTest extends StoreRig {
  private static Follow follow(int number, Phase phase, Instant due) {
    return new Follow(id(number), phase, due, Duration.ofMinutes(15), Optional.empty());
  }

  private static TrackingId id(int number) {
    return new TrackingId(Integer.toString(9_200_000 + number));
  }

  private void save(Follow... follows) {
    store.inTransaction(
        tx -> {
          List.of(follows).forEach(it -> store.follows().save(tx, it));
          return true;
        });
  }

  private Optional<Follow> find(int number) {
    return store.read(tx -> store.follows().find(tx, id(number)));
  }

  private List<Follow> due(Instant now, int max) {
    return store.read(tx -> store.follows().due(tx, now, max));
  }

  private Optional<Instant> nextDue() {
    return store.read(tx -> store.follows().nextDue(tx));
  }

  private void knows(int number) {
    store.inTransaction(
        tx -> {
          store
              .complaints()
              .save(
                  tx,
                  new CaseRecord(
                      Samples.complaint(id(number).value(), ""),
                      OptionalLong.empty(),
                      Optional.empty(),
                      NOW.plusSeconds(number),
                      Optional.empty()));
          return true;
        });
  }

  @Test
  void what_is_kept_is_found_and_the_most_overdue_comes_first() {
    Follow gone =
        new Follow(id(3), Phase.GONE, Follow.NEVER, Duration.ZERO, Optional.of(NOW.minusMillis(1)));
    save(
        follow(1, Phase.OPEN, NOW),
        follow(2, Phase.CLOSED, NOW.minusSeconds(5)),
        gone,
        follow(4, Phase.OPEN, NOW.plusMillis(1)));

    assertThat(find(3)).contains(gone);
    assertThat(find(9)).isEmpty();
    assertThat(due(NOW, 10)).extracting(Follow::complaint).containsExactly(id(2), id(1));
    assertThat(due(NOW, 1)).hasSize(1);
    assertThat(nextDue()).contains(NOW.minusSeconds(5));
    long marked = store.read(tx -> store.follows().gone(tx));
    assertThat(marked).isEqualTo(1);
  }

  @Test
  void a_row_is_replaced_and_never_is_not_due() {
    save(follow(1, Phase.OPEN, NOW));
    save(follow(1, Phase.ENDED, Follow.NEVER));

    assertThat(find(1).map(Follow::phase)).contains(Phase.ENDED);
    assertThat(nextDue()).isEmpty();
  }

  @Test
  void cases_that_nothing_is_kept_for_are_found_and_a_witness_is_none_that_is_missed() {
    knows(1);
    knows(2);
    save(new Follow(id(2), Phase.OPEN, NOW, Duration.ZERO, Optional.of(NOW)));

    List<Unfollowed> unfollowed = store.read(tx -> store.follows().unfollowed(tx, 10));
    Optional<TrackingId> witness = store.read(tx -> store.follows().witness(tx));

    assertThat(unfollowed).containsExactly(new Unfollowed(id(1), Stage.UNKNOWN));
    assertThat(witness).contains(id(1));
  }

  @Test
  @Tag("C20")
  void a_changed_row_is_not_used() throws Exception {
    save(follow(1, Phase.GONE, Follow.NEVER));

    tamper("update lapor_follow set phase = 'OPEN'");

    assertThatThrownBy(() -> find(1)).isInstanceOf(CorruptRowException.class);
    assertThat(store.verify(damage -> {}).damages()).isEqualTo(1);
  }

  @Test
  @Tag("C20")
  void damaged_rows_keep_no_other_from_being_due() throws Exception {
    save(follow(1, Phase.OPEN, NOW), follow(2, Phase.OPEN, NOW), follow(3, Phase.OPEN, NOW));

    tamper("update lapor_follow set due_at = 1 where tracking_id = '9200001'");
    tamper("update lapor_follow set phase = 'NONE', due_at = 2 where tracking_id = '9200002'");

    assertThat(due(NOW, 1)).extracting(Follow::complaint).containsExactly(id(3));
    assertThatThrownBy(() -> find(2)).isInstanceOf(CorruptRowException.class);
  }

  @Test
  @Tag("C8")
  void a_settled_entry_goes_out_once_more_as_if_it_were_new() {
    NewEntry entry = entry("9200001", "portal-read", "follow");
    enqueue(entry);
    assertThat(again(entry)).isFalse();
    Envelope first = claim("portal-read", 1, NOW).get(0);
    assertThat(again(entry)).isFalse();
    settle(first, State.DONE);

    assertThat(again(entry)).isTrue();
    assertThat(again(entry)).isFalse();
    Envelope second = claim("portal-read", 1, NOW).get(0);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempts()).isZero();
    assertThat(second.isRepeat()).isFalse();
    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(second.payload()).isEqualTo(entry.payload());
    assertThat(settle(first, State.DONE)).isFalse();
    assertThat(settle(second, State.DONE)).isTrue();
    assertThat(store.verify(damage -> {}).damages()).isZero();
  }

  private boolean again(NewEntry entry) {
    return store.inTransaction(tx -> store.outbox().again(tx, entry.lane(), entry.key(), NOW));
  }
}
