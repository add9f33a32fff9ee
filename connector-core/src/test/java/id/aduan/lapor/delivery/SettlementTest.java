package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Obsolete;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C7")
@Tag("C9")
class SettlementTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final RetryPolicy POLICY = RetryPolicy.DEFAULT;
  private static final Duration SETTLE = POLICY.lookupSettle();

  private static Envelope envelope(int attempts, int lookUps) {
    return envelope(attempts, lookUps, false);
  }

  private static Envelope envelope(int attempts, int lookUps, boolean uncertain) {
    Lane lane = new Lane(new TrackingId("9200001"), "dishub");
    return new Envelope(
        1,
        lane,
        "open",
        IdempotencyKey.of(lane, "open", "1"),
        new byte[0],
        attempts,
        lookUps,
        1,
        uncertain,
        0);
  }

  private static Settlement afterSending(int attempts, DeliveryResult result, boolean canLookUp) {
    return Settlement.ofAttempt(
        envelope(attempts, 0), result, canLookUp, POLICY, NOW, new SplittableRandom(1));
  }

  private static Settlement afterLooking(int lookUps, Lookup lookup) {
    return Settlement.ofLookup(envelope(1, lookUps), lookup, POLICY, NOW, new SplittableRandom(1));
  }

  @Test
  void what_was_accepted_is_done_under_its_reference() {
    Settlement settlement = afterSending(0, new Accepted("TKT/1"), true);

    assertThat(settlement.next()).isEqualTo(State.DONE);
    assertThat(settlement.reference()).isEqualTo("TKT/1");
    assertThat(settlement.attempts()).isEqualTo(1);
  }

  @Test
  void an_entry_that_was_told_to_wait_is_not_repeated_sooner() {
    Duration wish = Duration.ofMinutes(5);

    Settlement told = afterSending(0, busy(Optional.of(wish)), true);
    Settlement untold = afterSending(0, busy(Optional.empty()), true);
    Settlement tooLong = afterSending(0, busy(Optional.of(Duration.ofDays(9))), true);

    assertThat(told.dueAt()).isEqualTo(NOW.plus(wish));
    assertThat(untold.dueAt()).isBefore(NOW.plus(POLICY.base().multipliedBy(2)));
    assertThat(tooLong.dueAt()).isEqualTo(NOW.plus(POLICY.retryAfterMax()));
  }

  private static DeliveryResult busy(Optional<Duration> after) {
    return new RetryLater(Trouble.ENTRY, "not now", after);
  }

  @Test
  void a_refusal_is_never_repeated() {
    Settlement settlement = afterSending(0, new Refused("http.422", "too long"), true);

    assertThat(settlement.next()).isEqualTo(State.PARKED);
    assertThat(settlement.code()).isEqualTo(Settlement.REFUSED);
  }

  @Test
  void what_is_not_wanted_any_more_is_given_up_unless_it_may_have_arrived() {
    Obsolete moved = new Obsolete("leg.moved", "another agency has it; nothing was sent");

    Settlement never = afterSending(2, moved, true);
    Settlement perhaps = afterRepeating(2, moved);

    assertThat(never.next()).isEqualTo(State.DISCARDED);
    assertThat(never.code()).isEqualTo("leg.moved");
    assertThat(never.attempts()).isEqualTo(2);
    assertThat(perhaps.next()).isEqualTo(State.PARKED);
    assertThat(perhaps.code()).isEqualTo(Settlement.UNKNOWN_OUTCOME);
  }

  @Test
  void trouble_of_the_target_costs_no_attempt_however_often() {
    Settlement settlement = afterSending(19, DeliveryResult.targetTrouble("refused"), true);

    assertThat(settlement.next()).isEqualTo(State.WAITING);
    assertThat(settlement.attempts()).isEqualTo(19);
    assertThat(settlement.targetTrouble()).isTrue();
  }

  @Test
  void trouble_of_the_entry_is_repeated_within_a_growing_random_delay() {
    for (int attempts = 0; attempts < 19; attempts++) {
      Duration most =
          Duration.ofMillis(
              Math.min(POLICY.cap().toMillis(), POLICY.base().toMillis() << attempts));

      Settlement settlement = afterSending(attempts, DeliveryResult.entryTrouble("odd"), true);

      assertThat(settlement.next()).isEqualTo(State.WAITING);
      assertThat(settlement.dueAt()).isBetween(NOW, NOW.plus(most));
    }
  }

  @Test
  void after_twenty_attempts_a_human_has_to_look() {
    Settlement settlement = afterSending(19, DeliveryResult.entryTrouble("odd"), true);

    assertThat(settlement.next()).isEqualTo(State.PARKED);
    assertThat(settlement.code()).isEqualTo(Settlement.ATTEMPTS_USED_UP);
  }

  @Test
  void an_unknown_end_is_never_repeated_blindly_but_looked_up_after_it_settled() {
    Settlement settlement = afterSending(0, new Unknown("time-out"), true);

    assertThat(settlement.next()).isEqualTo(State.UNCERTAIN);
    assertThat(settlement.dueAt()).isEqualTo(NOW.plus(SETTLE));
  }

  @Test
  void an_unknown_end_that_cannot_be_looked_up_waits_for_a_human() {
    Settlement settlement = afterSending(0, new Unknown("time-out"), false);

    assertThat(settlement.next()).isEqualTo(State.PARKED);
    assertThat(settlement.code()).isEqualTo(Settlement.UNKNOWN_OUTCOME);
  }

  @Test
  void what_was_found_is_done() {
    Settlement settlement = afterLooking(1, new Lookup.Found("TKT/1"));

    assertThat(settlement.next()).isEqualTo(State.DONE);
    assertThat(settlement.reference()).isEqualTo("TKT/1");
  }

  @Test
  void absence_counts_only_when_it_was_seen_twice_a_settling_time_apart() {
    Settlement first = afterLooking(0, new Lookup.Absent());
    Settlement second = afterLooking(1, new Lookup.Absent());

    assertThat(first.next()).isEqualTo(State.UNCERTAIN);
    assertThat(first.lookUps()).isEqualTo(1);
    assertThat(first.dueAt()).isEqualTo(NOW.plus(SETTLE));
    assertThat(second.next()).isEqualTo(State.WAITING);
  }

  @Test
  void a_far_end_that_cannot_tell_proves_nothing() {
    Settlement settlement = afterLooking(1, new Lookup.CannotTell("502"));

    assertThat(settlement.next()).isEqualTo(State.UNCERTAIN);
    assertThat(settlement.lookUps()).isEqualTo(1);
    assertThat(settlement.targetTrouble()).isTrue();
  }

  @Test
  void what_was_claimed_and_not_begun_is_due_at_once_as_it_was() {
    Settlement unsent = Settlement.notBegun(envelope(3, 0, false), NOW);
    Settlement unsought = Settlement.notBegun(envelope(3, 1, true), NOW);

    assertThat(unsent.next()).isEqualTo(State.WAITING);
    assertThat(unsent.attempts()).isEqualTo(3);
    assertThat(unsent.dueAt()).isEqualTo(NOW);
    assertThat(unsought.next()).isEqualTo(State.UNCERTAIN);
    assertThat(unsought.lookUps()).isEqualTo(1);
  }

  private static Settlement afterRepeating(int attempts, DeliveryResult result) {
    Envelope fresh = envelope(attempts, 0);
    Envelope uncertain =
        new Envelope(
            fresh.id(),
            fresh.lane(),
            fresh.operation(),
            fresh.key(),
            fresh.payload(),
            attempts,
            0,
            1,
            true,
            0);
    return Settlement.ofAttempt(uncertain, result, true, POLICY, NOW, new SplittableRandom(1));
  }

  @Test
  void after_an_unknown_end_no_end_of_a_repetition_proves_that_nothing_was_stored() {
    assertThat(afterRepeating(1, DeliveryResult.targetTrouble("refused")).next())
        .isEqualTo(State.UNCERTAIN);
    assertThat(afterRepeating(1, DeliveryResult.entryTrouble("odd")).next())
        .isEqualTo(State.UNCERTAIN);
    assertThat(afterRepeating(1, new Unknown("again")).next()).isEqualTo(State.UNCERTAIN);
    assertThat(afterRepeating(1, new Refused("http.422", "")).code())
        .isEqualTo(Settlement.UNKNOWN_OUTCOME);
    assertThat(afterRepeating(1, new Accepted("T")).next()).isEqualTo(State.DONE);
  }

  @Test
  void one_that_may_have_been_carried_out_is_not_repeated_sooner_than_it_was_told_either() {
    Duration wish = Duration.ofMinutes(30);

    Settlement told = afterRepeating(1, busy(Optional.of(wish)));

    assertThat(told.next()).isEqualTo(State.UNCERTAIN);
    assertThat(told.dueAt()).isEqualTo(NOW.plus(wish));
  }

  @Test
  void an_end_that_stays_unknown_comes_to_a_human_in_the_end() {
    assertThat(afterRepeating(19, new Unknown("again")).next()).isEqualTo(State.PARKED);
    assertThat(afterRepeating(19, DeliveryResult.entryTrouble("odd")).next())
        .isEqualTo(State.PARKED);
  }

  @Test
  @Tag("C10")
  void a_look_up_that_is_refused_for_this_entry_alone_does_not_slow_its_target() {
    Settlement settlement = afterLooking(0, new Lookup.CannotTell("404", false));

    assertThat(settlement.targetTrouble()).isFalse();
    assertThat(settlement.next()).isEqualTo(State.UNCERTAIN);
    assertThat(settlement.attempts()).isEqualTo(2);
  }
}
