package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.audit.AuditTrail.NumberedEntry;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.faults.Happened;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A batch of what waits, by a command that is a process of its own. */
@Tag("C12")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParkedProcessTest {
  private static final int ENTRIES = 400;
  private static final int SEEN = 20;
  @TempDir private Path folder;

  private Process batch(LaporProcesses lapor, String name) throws Exception {
    return lapor.start(
        name,
        "parked",
        "replay",
        "--all",
        "--yes",
        "--json",
        "--config",
        folder.resolve("lapor.yaml").toString());
  }

  private List<AuditEntry> replays(ParkedFixture store) {
    return store.with(
        it ->
            it.read(tx -> it.audit().after(tx, 0, 10 * ENTRIES)).stream()
                .map(NumberedEntry::entry)
                .filter(entry -> entry.action() == Action.REPLAYED)
                .toList());
  }

  @Test
  @Tag("F1")
  void killedInTheMiddleItLosesNothingAndTheSameCommandGoesOn() throws Exception {
    SampleConfig.in(folder);
    ParkedFixture store = ParkedFixture.in(folder);
    store.park(ENTRIES, "dishub", Settlement.REFUSED);
    int told = 0;

    try (LaporProcesses lapor = new LaporProcesses(folder)) {
      Process killed = batch(lapor, "killed");
      try (BufferedReader out = killed.inputReader(UTF_8)) {
        while (told < SEEN) {
          assertThat(out.readLine()).contains("\"done\":true");
          told++;
        }
      }
      killed.destroyForcibly().waitFor();
      long left = store.count(State.PARKED);
      System.out.printf("killed after %d lines, %d of %d were left%n", told, left, ENTRIES);
      assertThat(left).as("the kill came in the middle").isBetween(1L, (long) ENTRIES - SEEN);
      assertThat(replays(store)).hasSize((int) (ENTRIES - left));

      Process again = batch(lapor, "again");
      assertThat(again.inputReader(UTF_8).lines()).hasSize((int) left);
      assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(again.exitValue()).isZero();
    }

    Happened.times("F1", 1, "a command killed in the middle");
    assertThat(store.count(State.PARKED)).isZero();
    assertThat(store.count(State.WAITING)).isEqualTo(ENTRIES);
    assertThat(replays(store)).extracting(AuditEntry::subject).doesNotHaveDuplicates();
    assertThat(replays(store)).hasSize(ENTRIES);
    assertThat(store.<Boolean>with(it -> it.verify(damage -> {}).isSound())).isTrue();
  }

  /** The running connector does it, and delivers at once. */
  @Test
  @Tag("S23")
  void beneathARunningConnectorItIsDoneByThatOneAndDelivered() throws Exception {
    try (TicketStub agency = new TicketStub();
        LaporProcesses lapor = new LaporProcesses(folder)) {
      SampleConfig sample = SampleConfig.of(folder, agency.baseUri());
      ParkedFixture store = ParkedFixture.in(folder);
      store.park(5, "dishub", Settlement.REFUSED);
      store.park(1, "dishub", Settlement.UNKNOWN_OUTCOME);
      Process connector = lapor.start("run", "run", "--config", sample.file().toString());
      LaporProcesses.readyAt(connector);

      Process command = batch(lapor, "command");
      assertThat(command.inputReader(UTF_8).lines())
          .hasSize(6)
          .allSatisfy(line -> assertThat(line).contains("\"done\":true"));
      assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(command.exitValue()).isZero();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(agency.stored()).hasSize(6));
      assertThat(agency.stored()).doesNotHaveDuplicates();
      connector.destroy();
      assertThat(connector.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(store.count(State.DONE)).isEqualTo(6);
    }
  }
}
