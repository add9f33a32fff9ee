package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.runner.PortalSide;
import id.aduan.lapor.simulator.state.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** reconcile, asked of a connector that runs, and done on a store that nobody has open. */
@Tag("C5")
class ReconcileCommandTest {
  @TempDir private Path folder;
  private final Shell shell = new Shell();

  private int reconcile(PortalSide side, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "reconcile";
    all[1] = "--config";
    all[2] = side.sample.file().toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return shell.run(all);
  }

  @Test
  void itTellsWhatDiffersAndRepairsItOnceAndForAll() throws Exception {
    try (PortalSide side = new PortalSide(folder, false)) {
      side.sample.replace("poll: {every: PT1S}", "poll: {every: P1D}\n  reconcile: off");
      assertThat(reconcile(side)).isEqualTo(66);

      String known = side.files();
      side.start();
      await().until(() -> !side.status(known).isEmpty());
      String missing = side.files();
      side.portal.closeComplaint(known, Status.CLOSED_BY_ADMIN);

      assertThat(reconcile(side, "--lang", "en")).isEqualTo(1);
      assertThat(shell.out())
          .contains(missing + "  missing here  [open]")
          .contains(known + "  another status  Belum Terverifikasi -> Selesai  [open]")
          .contains("2 complaints compared: 2 differences, 2 remain")
          .contains("'lapor reconcile --apply'");
      assertThat(shell.out() + shell.err()).doesNotContain("ZZPII", "Lampu");
      assertThat(side.status(missing)).isEmpty();

      assertThat(reconcile(side, "--apply", "--lang", "en", "--who", "siti")).isZero();
      assertThat(shell.out()).contains("2 differences, 0 remain");
      assertThat(side.status(missing)).isEqualTo("Belum Terverifikasi");
      assertThat(side.status(known)).isEqualTo("Selesai");
      assertThat(reconcile(side)).isZero();

      side.stop();
      String later = side.files();
      assertThat(reconcile(side, "--json")).isEqualTo(1);
      JsonNode report = new ObjectMapper().readTree(shell.out());
      assertThat(report.at("/differences/0/trackingId").asText()).isEqualTo(later);
      assertThat(report.at("/differences/0/kind").asText()).isEqualTo("MISSING_HERE");
      assertThat(reconcile(side, "--apply")).isZero();
      assertThat(reconcile(side, "--apply")).isZero();

      side.portal.close();
      assertThat(reconcile(side)).isEqualTo(69);
      assertThat(shell.err()).startsWith("error[reconcile.unfinished]: ");
    }
  }

  @Test
  void aWrongAccountIsRefusedBeforeAnythingIsCompared() throws Exception {
    try (PortalSide side = new PortalSide(folder, false)) {
      assertThat(reconcile(side, "--who", "siti binti")).isEqualTo(64);
    }
  }
}
