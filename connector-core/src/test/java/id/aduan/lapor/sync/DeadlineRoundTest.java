package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Classification.Kind;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done every few seconds, and what of it is done again. */
class DeadlineRoundTest {
  private static final String CASE = "9200001";

  @TempDir private Path dir;
  private ClockRig rig;
  private int recounts;
  private boolean broken;

  @BeforeEach
  void open() {
    rig = new ClockRig(dir, Deadlines.national());
    rig.told(
        ClockRig.complaint(
            CASE,
            Instant.parse("2026-11-23T04:05:34Z"),
            Kind.ORDINARY_COMPLAINT,
            new Status(Stage.UNVERIFIED, Actor.UNKNOWN, "x")));
    rig.now = Instant.parse("2026-12-14T03:00:00Z");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private DeadlineRound round() {
    Recount recount =
        new Recount(
            rig.store,
            rig.deadlines,
            rig.timekeeper,
            () -> {
              if (broken) {
                throw new IllegalStateException("no time today");
              }
              recounts++;
              return rig.now;
            });
    return new DeadlineRound(recount, rig.sweep(), rig.digest());
  }

  @Test
  void aRecountThatFailsIsTriedAgainAndTheWarningsFollowIt() {
    DeadlineRound round = round();
    broken = true;
    assertThatThrownBy(round::runOnce).hasMessageContaining("no time today");
    assertThat(rig.story(CASE, Action.WARNED)).isEmpty();

    broken = false;
    round.runOnce();

    assertThat(recounts).isPositive();
    assertThat(rig.story(CASE, Action.WARNED)).isNotEmpty();
  }

  @Test
  void whatWasCountedIsNotCountedAgainAndTheWarningsGoOn() {
    DeadlineRound round = round();
    rig.now = Instant.parse("2026-11-30T03:00:00Z");
    round.runOnce();
    int once = recounts;

    int before = rig.story(CASE, Action.WARNED).size();
    rig.now = Instant.parse("2026-12-14T03:00:00Z");
    round.runOnce();

    assertThat(recounts).isPositive().isEqualTo(once);
    assertThat(rig.story(CASE, Action.WARNED)).hasSizeGreaterThan(before);
  }

  @Test
  void oneThatWasStoppedWarnsNobody() {
    DeadlineRound round = round();
    round.stop();

    round.runOnce();

    assertThat(rig.story(CASE, Action.WARNED)).isEmpty();
  }
}
