package id.aduan.lapor.runner.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.testkit.TcpFaultProxy;
import id.aduan.lapor.testkit.TcpFaultProxy.Ending;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes on one PostgreSQL under load, of which one loses its database, or comes and goes. */
@Tag("C3")
@Tag("C8")
@Tag("C15")
@Tag("C17")
@Tag("slow")
@Tag("nightly")
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangingNodesTest {
  private static final long MINUTES = Long.getLong("lapor.node-minutes", 2);

  @TempDir private Path folder;

  /** It still reaches the portal, the agency and its callers. */
  @Test
  @Tag("C1")
  @Tag("C18")
  @Tag("F66")
  void aNodeThatLosesItsDatabaseAloneStopsAndTheOtherTakesOver() throws Exception {
    try (ClusterRig rig = new ClusterRig(folder);
        TcpFaultProxy line = TcpFaultProxy.before(URI.create(rig.database().server()))) {
      Process one = rig.start("one", "jdbc:postgresql://127.0.0.1:" + line.port() + "/postgres");
      URI atOne = LaporProcesses.readyAt(one);
      URI atOther = LaporProcesses.readyAt(rig.start("other"));
      rig.load(atOne, atOther);

      rig.awaitClaims(5);
      line.swallow();
      rig.takenOver("F66", "a dead line to the database", rig.database().claims());
      assertThat(rig.load().statusOfRepeated(atOne)).isEqualTo(503);
      rig.awaitAcknowledged(40); // by the other one

      line.cutAll(Ending.RST);
      line.forward();
      await().atMost(Duration.ofSeconds(60)).until(() -> rig.load().statusOfRepeated(atOne) == 202);
      rig.awaitAcknowledged(40);
      rig.judge();
    }
  }

  /** One stays; another joins, works, and leaves in order or by kill -9, again and again. */
  @Test
  @Tag("F67")
  void nodesThatJoinAndLeaveAllTheTimeKeepTheOrderOfEachComplaint() throws Exception {
    try (ClusterRig rig = new ClusterRig(folder)) {
      URI atOne = LaporProcesses.readyAt(rig.start("one"));
      rig.load(atOne);
      long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
      int joined = 0;
      while (System.nanoTime() < until) {
        joined++;
        String name = "guest" + joined;
        Process guest = rig.start(name);
        rig.load().to(atOne, LaporProcesses.readyAt(guest));
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> rig.database().claimsOf(name).size() >= 2);
        rig.load().to(atOne);
        if (joined % 3 == 0) {
          guest.destroyForcibly();
        } else {
          guest.toHandle().destroy();
        }
        assertThat(guest.waitFor(25, TimeUnit.SECONDS)).isTrue();
      }
      Happened.times("F67", joined, "nodes that joined and left under load");
      rig.judge();
    }
  }
}
