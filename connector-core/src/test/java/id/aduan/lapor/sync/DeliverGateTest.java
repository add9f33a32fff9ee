package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("D13")
class DeliverGateTest {

  private static DeliverGate decide(DeliverMode mode, Stage stage, boolean confirm) {
    return DeliverGate.decide(mode, new Status(stage, Actor.UNKNOWN, ""), confirm);
  }

  @ParameterizedTest(name = "{0}, {1}, the rule wants a person {2}: {3}")
  @CsvSource({
    "AUTOMATIC,          UNVERIFIED,           false, OUT",
    "AUTOMATIC,          VERIFIED,             false, OUT",
    "AUTOMATIC,          UNKNOWN,              false, OUT",
    "AUTOMATIC,          UNVERIFIED,           true,  CONFIRMATION",
    "AUTOMATIC,          ARCHIVED,             true,  WITHHELD",
    "AFTER_VERIFICATION, UNVERIFIED,           false, UNVERIFIED",
    "AFTER_VERIFICATION, WAITING_FOR_REPORTER, false, UNVERIFIED",
    "AFTER_VERIFICATION, UNVERIFIED,           true,  UNVERIFIED",
    "AFTER_VERIFICATION, VERIFIED,             false, OUT",
    "AFTER_VERIFICATION, VERIFIED,             true,  CONFIRMATION",
    "AFTER_VERIFICATION, IN_PROGRESS,          false, OUT",
    "AFTER_VERIFICATION, UNKNOWN,              false, OUT",
    "AFTER_CONFIRMATION, UNVERIFIED,           false, CONFIRMATION",
    "AFTER_CONFIRMATION, IN_PROGRESS,          false, CONFIRMATION",
    "AFTER_CONFIRMATION, BLOCKED,              false, WITHHELD"
  })
  void the_mode_and_the_stage_decide(
      DeliverMode mode, Stage stage, boolean confirm, DeliverGate expected) {
    assertThat(decide(mode, stage, confirm)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(DeliverMode.class)
  void archived_and_blocked_never_go_out(DeliverMode mode) {
    for (boolean confirm : new boolean[] {false, true}) {
      assertThat(decide(mode, Stage.ARCHIVED, confirm)).isEqualTo(DeliverGate.WITHHELD);
      assertThat(decide(mode, Stage.BLOCKED, confirm)).isEqualTo(DeliverGate.WITHHELD);
    }
  }
}
