package id.aduan.lapor.runner.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.cluster.Postgres.Claim;
import id.aduan.lapor.testkit.ledger.LedgerCheck.FaultCount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one PostgreSQL, under load: one is killed, by {@code make nightly} one stands
 * still for a while too, and one is stopped in order.
 */
@Tag("C3")
@Tag("C15")
@Tag("C17")
@Tag("C18")
@Tag("F1")
@Tag("F3")
@Tag("slow")
@Timeout(value = 420, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoNodesTest {
  private static final boolean THOROUGH = Boolean.getBoolean("lapor.thorough");
  private static final int STOPS_MAX = 20;
  @TempDir private Path folder;

  @Test
  void nothingIsLostDoubledOrOutOfOrderWhateverBecomesOfOneOfTwo() throws Exception {
    try (ClusterRig rig = new ClusterRig(folder)) {
      Process one = rig.start("one");
      URI atOne = LaporProcesses.readyAt(one);
      Process other = rig.start("other");
      URI atOther = LaporProcesses.readyAt(other);
      rig.load(atOne, atOther);

      rig.awaitClaims(5);
      one.destroyForcibly();
      rig.takenOver("F1", "kill -9", rig.database().claims());

      Process third = rig.start("third");
      URI atThird = LaporProcesses.readyAt(third);
      rig.load().to(atOther, atThird);
      rig.awaitAcknowledged(60);
      if (THOROUGH) { // in each build LeaseTest has one that wakes late
        standsStill(rig, other);
        rig.awaitAcknowledged(40);
      }
      rig.stopInOrder("third", third);
      rig.load().to(atOther);

      rig.judge();
    }
  }

  private void standsStill(ClusterRig rig, Process node) throws Exception {
    rig.takenOver("F3", "kill -STOP", stoppedWithClaims(rig, node));
    signal("-CONT", node);
    await().atMost(Duration.ofMinutes(3)).until(() -> fenced() > 0);
    rig.fault(new FaultCount("refused writes of the woken node", 1, fenced()));
  }

  /** What it had claimed: one that stands still with nothing under way has nothing to be fenced. */
  private static Set<Claim> stoppedWithClaims(ClusterRig rig, Process node) throws Exception {
    for (int i = 0; i < STOPS_MAX; i++) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> rig.database().ticketsOf("other").size() > 1);
      signal("-STOP", node);
      Set<Claim> held = rig.database().ticketsOf("other");
      if (!held.isEmpty()) {
        return held;
      }
      signal("-CONT", node);
    }
    throw new IllegalStateException("it never stood still with work under way");
  }

  private static void signal(String signal, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor()).isZero();
  }

  /**
   * Writes of the woken node that did not count, by what it says itself: under an epoch that was
   * over, or in a session that the database had ended because it stood still in a transaction.
   */
  private int fenced() throws IOException {
    return (int)
        Files.readAllLines(folder.resolve("other.err")).stream()
            .filter(
                line ->
                    line.contains("was claimed again meanwhile")
                        || line.contains("was not recorded"))
            .count();
  }
}
