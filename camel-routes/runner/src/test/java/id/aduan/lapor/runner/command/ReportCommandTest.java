package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.runner.RunningConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recaps of a period, by the connector that runs or of its store. */
class ReportCommandTest {
  private static final String ID = "9400001";
  private static final String LATER = "9400002";

  @TempDir private Path folder;
  private CasesRig rig;

  @BeforeEach
  void aCaseOfAnInformationRequest() {
    rig = new CasesRig(folder);
    rig.write(
        (store, tx) -> {
          store.complaints().save(tx, CasesRig.request(ID, CasesRig.RECEIVED));
          store.complaints().save(tx, CasesRig.request(LATER, Shell.NOW.minus(Duration.ofDays(7))));
        });
  }

  private String whole(String name) throws IOException {
    Path file = folder.resolve(name);
    assertThat(rig.run("report", "--month", "2026-11", "--out", file.toString())).isZero();
    return Files.readString(file);
  }

  @Test
  void theRunningConnectorAndItsStoreGiveTheSameRegisterWithoutAReporter() throws IOException {
    String byStore = whole("store.csv");
    try (RunningConnector running = rig.start()) {
      assertThat(running.address()).isPresent();

      assertThat(whole("running.csv").lines().map(ReportCommandTest::withoutClocks))
          .containsExactlyElementsOf(
              byStore.lines().map(ReportCommandTest::withoutClocks).toList());
    }
    assertThat(byStore).contains(ID).doesNotContain("ZZPII", LATER);
  }

  /** A connector that starts gives a case its clocks. */
  private static String withoutClocks(String line) {
    return String.join(",", Arrays.copyOf(line.split(","), 3));
  }

  @Test
  void eachRecapStandsInTheAuditTrail() {
    assertThat(rig.run("report", "--quarter", "2026-Q4", "--json", "--who", "sekda")).isZero();
    assertThat(rig.out()).contains("\"received\" : 2");
    List<AuditEntry> told = rig.read((store, tx) -> store.audit().about(tx, "all"));
    assertThat(told)
        .anyMatch(it -> it.action() == AuditEntry.Action.RECAP_MADE && it.actor().equals("sekda"));
  }

  @Test
  void aWorkbookIsMadeWholeAndReplacedOnlyWhenThatIsWanted() throws IOException {
    String ods = folder.resolve("r.ods").toString();

    assertThat(rig.run("report", "--month", "2026-12", "--out", ods)).isZero();
    assertThat(rig.run("report", "--month", "2026-12", "--out", ods)).isEqualTo(73);
    assertThat(rig.run("report", "--month", "2026-12", "--out", ods, "--force")).isZero();
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(it -> it.endsWith(".tmp"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--month 2026-13",
        "--quarter 2026-Q5",
        "--from 2026-10-01",
        "--from 2026-10-02 --to 2026-10-01",
        "--month 2026-10 --quarter 2026-Q3",
        "--month 2027-01",
        "--month 2026-10 --out r.xlsx",
        "--month 2026-10 --agency Dishub!"
      })
  void aPeriodThatIsNoneIsUsage(String words) {
    assertThat(rig.run(("report " + words).split(" "))).isEqualTo(64);
    assertThat(rig.err()).hasLineCount(1);
  }

  @Test
  void anAgencyThatThereIsNotIsAFaultThatNamesThoseThatThereAre() {
    assertThat(rig.run("report", "--month", "2026-11", "--agency", "dishup")).isEqualTo(65);
    assertThat(rig.err()).hasLineCount(1).contains("report.agency", "'dishup'", "dishub");
    assertThat(rig.run("report", "--month", "2026-01", "--agency", "dishub")).isZero();
  }

  @Test
  void whatIsCountedAsideIsTold() {
    assertThat(rig.run("report", "--month", "2026-11", "--lang", "en")).isZero();
    assertThat(rig.out()).contains("open 0").contains("status not known 1");
  }

  @Test
  void aMonthWithoutCasesHasFiguresOfNothing() {
    assertThat(rig.run("report", "--month", "2026-01", "--lang", "en")).isZero();
    assertThat(rig.out()).contains("received 0");
  }
}
