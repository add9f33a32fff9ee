package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.FaultyFiler.Call;
import id.aduan.lapor.FaultyFiler.Fault;
import id.aduan.lapor.FaultyFiler.Filed;
import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.filing.LocalReports;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.FilingAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A connector that dies while it files, and its successor on what it left: a copy of the store as
 * it was at the moment of death (portal-wire 12 no. 4).
 */
@Tag("C7")
class FilingDeathTest extends ConnectorRig {
  private static final int SEEDS = Boolean.getBoolean("lapor.thorough") ? 200 : 40;
  private static final RetryPolicy PATIENT =
      new RetryPolicy(
          Duration.ofMillis(2),
          Duration.ofMillis(10),
          1_000,
          Duration.ofMillis(2),
          Duration.ofMillis(10),
          Duration.ofMillis(10),
          Duration.ofMillis(5),
          new RetryPolicy.Limits(
              Duration.ofDays(3),
              new RetryBudget(100, 60_000),
              new BreakerPolicy(100, 10_000, Duration.ofMinutes(1))));
  private final FaultyFiler filer = new FaultyFiler(portal);

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    return builder.filing(filer, FilingSettings.DEFAULT).retry(PATIENT);
  }

  private Path file() {
    return dir.resolve("lapor.db");
  }

  private Path left() {
    return dir.resolve("left.db");
  }

  private Filing take(LocalReport report, int files) {
    FilingAnswer answer = connector.filings().orElseThrow().file(report, LocalReports.files(files));
    return ((FilingAnswer.Taken) answer).filing();
  }

  private boolean isDone(Filing filing) {
    return connector
            .store()
            .read(tx -> connector.store().filings().find(tx, filing.id()))
            .orElseThrow()
            .step()
        == Step.DONE;
  }

  /** Keeps the store as it is at this moment, as a disk does when a process is killed. */
  private void keepWhatIsLeft() {
    try {
      Files.deleteIfExists(left());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JdbcStore.backup(file(), left());
  }

  private void succeed() throws Exception {
    connector.close();
    for (String rest : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(dir.resolve("lapor.db" + rest));
    }
    Files.move(left(), file());
    filer.revive();
    connector = open();
    connector.start();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "UPLOAD, DEATH_BEFORE",
    "UPLOAD, DEATH_AFTER",
    "CREATE, DEATH_BEFORE",
    "CREATE, DEATH_AFTER",
    "FORWARD, DEATH_BEFORE",
    "FORWARD, DEATH_AFTER"
  })
  void whoever_dies_at_a_step_is_succeeded_and_nothing_is_done_twice(Call at, Fault how)
      throws Exception {
    filer.tells(false);
    filer.dying(this::keepWhatIsLeft);
    filer.once(at, how);
    Filing filing = take(LocalReports.report("2026-7"), 2);
    await().until(filer::dead);

    succeed();

    await().until(() -> isDone(filing));
    assertThat(filer.ledger()).singleElement().satisfies(it -> assertWhole(it, 2));
    boolean uploadedTwice = at == Call.UPLOAD && how == Fault.DEATH_AFTER;
    assertThat(filer.uploads()).isEqualTo(uploadedTwice ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({"CREATE", "FORWARD"})
  void between_two_steps_a_successor_begins_with_the_second(Call next) throws Exception {
    filer.plan(call -> call == next ? Fault.TROUBLE : Fault.NONE);
    Filing filing = take(LocalReports.report("2026-8"), 1);
    await().until(() -> filer.calls().contains(next.name()));
    connector.close();
    filer.plan(call -> Fault.NONE);

    connector = open();
    connector.start();

    await().until(() -> isDone(filing));
    assertThat(filer.uploads()).isEqualTo(1);
    assertThat(filer.ledger()).singleElement().satisfies(it -> assertWhole(it, 1));
  }

  private static void assertWhole(Filed filed, int files) {
    assertThat(filed.files()).hasSize(files);
    for (int i = 0; i < files; i++) {
      PortalFile sent = LocalReports.files(files).get(i);
      assertThat(filed.files().get(i).bytes()).isEqualTo(sent.bytes());
    }
    assertThat(filed.forwardedTo()).containsExactly(LocalReports.INSTITUTION);
  }

  /** Faults by chance, two deaths at most of each report's processes. */
  private static final class Chaos {
    private final Random chance;
    private int faults = 12;
    private int deaths;

    Chaos(long seed) {
      chance = new Random(seed);
      deaths = chance.nextInt(3);
    }

    synchronized Fault of(Call call) {
      if (faults == 0 || chance.nextInt(100) >= 40) {
        return Fault.NONE;
      }
      faults--;
      if (deaths > 0 && chance.nextInt(4) == 0) {
        deaths--;
        return chance.nextBoolean() ? Fault.DEATH_BEFORE : Fault.DEATH_AFTER;
      }
      return switch (chance.nextInt(4)) {
        case 0 -> Fault.LOST;
        case 1 -> Fault.ANSWER_LOST;
        case 2 -> call == Call.CREATE ? Fault.NO_ID : Fault.ANSWER_LOST;
        default -> Fault.TROUBLE;
      };
    }
  }

  @Test
  @Tag("C4")
  @Tag("slow")
  void whatever_goes_wrong_each_report_becomes_one_complaint_with_its_files_forwarded_once()
      throws Exception {
    filer.dying(this::keepWhatIsLeft);
    int deaths = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Chaos chaos = new Chaos(seed);
      filer.tells(seed % 2 == 0);
      filer.plan(chaos::of);
      Map<String, Integer> files = new LinkedHashMap<>();
      for (int i = 0; i < 3; i++) {
        files.put(seed + "-" + i, i);
      }
      List<Filing> taken = takeAll(files);
      while (!areDone(taken)) {
        if (filer.dead()) {
          deaths++;
          succeed();
          taken = takeAll(files); // who reports does not know what became of it
        }
      }
      for (Map.Entry<String, Integer> report : files.entrySet()) {
        String reference = "[Nomor Tiket dishub: " + report.getKey() + "].";
        assertThat(filer.ledger())
            .as("seed %d", seed)
            .filteredOn(it -> it.report().reference().equals(reference))
            .singleElement()
            .satisfies(it -> assertWhole(it, report.getValue()));
      }
    }
    assertThat(deaths).as("processes that died").isGreaterThan(20);
  }

  private List<Filing> takeAll(Map<String, Integer> files) {
    List<Filing> taken = new ArrayList<>();
    files.forEach((number, count) -> taken.add(take(LocalReports.report(number), count)));
    return taken;
  }

  /** Waits for the end of all of them, or of the process. */
  private boolean areDone(List<Filing> taken) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> filer.dead() || taken.stream().allMatch(this::isDone));
    return !filer.dead();
  }
}
