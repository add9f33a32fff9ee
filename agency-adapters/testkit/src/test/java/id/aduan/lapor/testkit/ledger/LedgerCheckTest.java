package id.aduan.lapor.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.testkit.ledger.LedgerCheck.FaultCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of broken promise is planted, and found. */
class LedgerCheckTest {
  private final LedgerCheck check = new LedgerCheck(42);

  /** Two lanes of three, all as it should be. */
  @BeforeEach
  void keepEveryPromise() {
    for (String lane : new String[] {"a", "b"}) {
      for (int version = 1; version <= 3; version++) {
        check.told(new Told(lane + version, lane, version, true));
        check.effect(new Effect(lane + version, "line " + lane + version));
      }
    }
    check.fault(new FaultCount("kill -9", 2, 2));
  }

  private Verdict verdict() {
    return check.verdict();
  }

  @Test
  void a_run_that_kept_its_promises_is_clean() {
    assertThat(verdict().isClean()).isTrue();
    verdict().requireClean();
    assertThat(verdict())
        .hasToString(
            """
            6 passed, 0 failed, seed 42: lost=0 unexpected=0 doubled=0 out of order=0
            6 told, 6 effects, 0 parked, 0 effects without acknowledgement
            faults: kill -9 2 of 2""");
  }

  @Test
  void what_was_acknowledged_and_has_no_effect_is_lost() {
    check.told(new Told("c1", "c", 1, true));

    assertThat(verdict().broken().lost()).containsExactly("c1");
    assertThatThrownBy(() -> verdict().requireClean())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("6 passed, 1 failed, seed 42: lost=1")
        .hasMessageContaining("first: c1, seen []");
  }

  @Test
  void what_waits_for_a_person_is_not_lost() {
    check.told(new Told("c1", "c", 1, true));
    check.parked("c1");

    assertThat(verdict().isClean()).isTrue();
  }

  @Test
  void what_was_not_acknowledged_may_have_an_effect_and_need_not() {
    check.told(new Told("c1", "c", 1, false));
    check.told(new Told("c2", "c", 2, false));
    check.effect(new Effect("c2", "line c2"));

    assertThat(verdict().isClean()).isTrue();
    assertThat(verdict().counts().unacknowledged()).isOne();
  }

  @Test
  void an_effect_of_what_nobody_told_is_unexpected() {
    check.effect(new Effect("x9", "line x9"));

    assertThat(verdict().broken().unexpected()).containsExactly("x9");
    assertThat(verdict().isClean()).isFalse();
  }

  @Test
  void an_effect_that_was_seen_twice_is_doubled_and_both_are_traced() {
    check.effect(new Effect("a2", "again a2"));

    assertThat(verdict().broken().doubled()).containsExactly("a2");
    assertThat(verdict().broken().outOfOrder()).isEmpty();
    assertThat(verdict().toString()).endsWith("first: a2, seen [line a2, again a2]");
  }

  @Test
  void of_what_was_not_acknowledged_two_effects_are_doubled_too() {
    check.told(new Told("c1", "c", 1, false));
    check.effect(new Effect("c1", "once"));
    check.effect(new Effect("c1", "twice"));

    assertThat(verdict().broken().doubled()).containsExactly("c1");
  }

  @Test
  void an_effect_after_that_of_a_later_version_of_its_lane_is_out_of_order() {
    check.told(new Told("c1", "c", 1, true));
    check.told(new Told("c2", "c", 2, true));
    check.told(new Told("d1", "d", 1, true));
    check.effect(new Effect("c2", "line c2"));
    check.effect(new Effect("d1", "line d1"));
    check.effect(new Effect("c1", "line c1"));

    assertThat(verdict().broken().outOfOrder()).containsExactly("c1");
    assertThat(verdict().isClean()).isFalse();
  }

  @Test
  void a_run_whose_faults_did_not_happen_proves_nothing() {
    check.fault(new FaultCount("in flight at the kill", 1, 0));

    assertThat(verdict().isClean()).isFalse();
    assertThat(verdict().broken().all()).isEmpty();
    assertThat(verdict().missingFaults())
        .extracting(FaultCount::name)
        .containsExactly("in flight at the kill");
  }

  @Test
  void a_run_in_which_nothing_was_told_proves_nothing() {
    assertThat(new LedgerCheck(1).verdict().isClean()).isFalse();
  }

  @Test
  void a_key_that_was_told_in_two_ways_is_a_fault_of_the_test() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check.told(new Told("a1", "b", 1, true)))
        .withMessage("the key a1 was told in two ways");
  }
}
