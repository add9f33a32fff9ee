package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.sync.Waitings.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coordinator's commands while no connector runs. */
@Tag("D13")
class CasesCommandsTest {
  private static final TrackingId ONE = new TrackingId(ParkedFixture.caseNumber(0));
  private static final TrackingId TWO = new TrackingId(ParkedFixture.caseNumber(1));
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final Instant AT = Instant.parse("2026-12-21T01:00:00Z");

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  private ParkedFixture store = ParkedFixture.in(Path.of(""));

  @BeforeEach
  void fill() {
    sample = SampleConfig.in(folder);
    sample.replace(
        "mapping: mapping.yaml", "mapping: {file: mapping.yaml, deliver: after_confirmation}");
    store = ParkedFixture.in(folder);
    store.park(2, "dishub", "LC-REFUSED");
    TicketChange change =
        new TicketChange("3", "T-1", "", AT, false, "ZZPII-8", "BUKAN WEWENANG", List.of());
    boolean unused =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      it.returns().add(tx, ONE, DISHUB, change, AT);
                      it.waitings().put(tx, TWO, Kind.DEFAULT, "dishub", AT.plusSeconds(60));
                      return true;
                    }));
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  private List<String> trail(TrackingId id, Action action) {
    return store.with(
        it ->
            it.read(tx -> it.audit().about(tx, id.value())).stream()
                .filter(entry -> entry.action() == action)
                .map(AuditEntry::detail)
                .toList());
  }

  @Test
  @Tag("C24")
  void theListTellsWhatWaitsAndForWhat() {
    assertThat(run("cases", "list")).isZero();
    assertThat(shell.out())
        .isEqualTo(
            """
            Menunggu koordinator: 2
              9300001  dikembalikan  dishub  2026-12-21 08:00 WIB (2 jam)  BUKAN WEWENANG
              9300002  antrean umum  dishub  2026-12-21 08:01 WIB (119 menit)  dishub
            """
                .replace("119 menit", "1 jam"));

    assertThat(run("cases", "list", "--kind", "default", "--json")).isZero();
    assertThat(shell.out())
        .contains("\"trackingId\" : \"9300002\"", "\"kind\" : \"default\"")
        .doesNotContain("9300001", "ZZPII");
    assertThat(run("cases", "list", "--agency", "dishub", "--skip", "1", "--lang", "en")).isZero();
    assertThat(shell.out()).startsWith("Waiting for the coordinator: 1\n").contains("9300002");
    assertThat(run("cases", "list", "--kind", "lain")).isEqualTo(64);
    assertThat(shell.err()).contains("cases list --help");
  }

  @Test
  void whatWaitsInTheDefaultQueueMayBeLeftThereAndWhatWasReturnedToo() {
    assertThat(
            run("cases", "assign", "9300002", "--who", "rina", "--reason", "benar", "--lang", "en"))
        .isZero();
    assertThat(shell.out()).isEqualTo("9300002 stays with dishub, and waits no more.\n");
    assertThat(trail(TWO, Action.ASSIGNED)).containsExactly("left with dishub; reason: benar");

    assertThat(run("cases", "assign", "9300001", "--lang", "en", "--json")).isZero();
    assertThat(shell.out()).contains("\"code\" : \"left\"", "\"done\" : true");
    assertThat(run("cases", "list", "--lang", "en")).isZero();
    assertThat(shell.out()).isEqualTo("Nothing waits for the coordinator.\n");
    assertThat(run("cases", "assign", "9300001", "--lang", "en")).isEqualTo(65);
    assertThat(shell.err()).contains("waits for nothing that could be confirmed");
  }

  @Test
  void whatIsProposedIsConfirmedByItsMarkAlone() {
    String proposed = "dishub by DEFAULT at mapping.yaml:2 of mapping 1";
    boolean unused =
        store.with(
            it ->
                it.inTransaction(
                    tx -> it.waitings().put(tx, TWO, Kind.CONFIRMATION, proposed, AT)));
    assertThat(run("cases", "list", "--kind", "confirmation")).isZero();
    String list = shell.out();
    String mark = list.substring(list.lastIndexOf('[') + 1, list.lastIndexOf(']'));
    assertThat(mark).matches("[0-9a-f]{8}");

    assertThat(run("cases", "assign", "9300002", "--lang", "en", "--json")).isEqualTo(65);
    assertThat(shell.out())
        .contains("\"code\" : \"not_shown\"", "\"detail\" : \"" + mark + ": " + proposed);
    assertThat(run("cases", "assign", "9300002", "--proposal", "00000000", "--lang", "en"))
        .isEqualTo(65);
    assertThat(shell.err()).contains("Something else is proposed").contains(mark);
    assertThat(run("cases", "assign", "9300002", "--proposal", mark, "--to", "dishub"))
        .isEqualTo(64);
    assertThat(run("cases", "assign", "9300002", "--proposal", mark, "--lang", "en")).isZero();
    assertThat(shell.out()).isEqualTo("Confirmed: 9300002 goes to dishub.\n");
  }

  @Test
  void aLongListSaysHowToReadOnInAWayThatIsUnderstood() {
    boolean unused =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      for (int i = 0; i < 1_000; i++) {
                        TrackingId id = new TrackingId(Integer.toString(9_400_000 + i));
                        it.waitings().put(tx, id, Kind.DIFFERENCE, "x", AT);
                      }
                      return true;
                    }));

    assertThat(run("cases", "list", "--lang", "en")).isZero();
    assertThat(shell.out()).endsWith("There are more: lapor cases list --skip 1000\n");
    assertThat(run("cases", "list")).isZero();
    assertThat(shell.out()).endsWith("lapor cases list --skip 1000\n");
    assertThat(run("cases", "list", "--agency", "dishub", "--lang", "en")).isZero();
    assertThat(shell.out()).startsWith("Waiting for the coordinator: 2\n");
  }

  @Test
  void whatCannotBeDoneIsRefusedAndSaysWhy() {
    assertThat(run("cases", "assign", "9300001", "--to", "dinkes", "--lang", "en")).isEqualTo(65);
    assertThat(shell.err()).contains("There is no agency dinkes in the configuration");
    assertThat(run("cases", "assign", "9300001", "--to", "Dinas X")).isEqualTo(64);
    assertThat(run("cases", "assign", "xyz")).isEqualTo(64);
    assertThat(run("cases", "assign", "9399999", "--lang", "en")).isEqualTo(65);
    assertThat(shell.err()).contains("There is no case 9399999");
    assertThat(run("cases", "return", "9300001", "--institution", "50033")).isEqualTo(64);
    assertThat(shell.err()).contains("--reason");
    assertThat(run("cases", "return", "9300001", "--reason", "bukan", "--lang", "en"))
        .isEqualTo(65);
    assertThat(shell.err()).contains("name the institution by --institution");
    assertThat(trail(ONE, Action.ASSIGNED)).isEmpty();
  }

  @Test
  @Tag("CMP-07")
  void aCaseIsGivenBackByAnEntryThatTheNextConnectorDelivers() {
    assertThat(
            run(
                "cases",
                "return",
                "9300001",
                "--institution",
                "50033",
                "--reason",
                "bukan wewenang",
                "--who",
                "rina",
                "--lang",
                "en"))
        .isZero();

    assertThat(shell.out())
        .startsWith("The portal is asked to have 9300001 with institution 50033");
    assertThat(store.entries("9300001"))
        .filteredOn(row -> row.operation().equals("forward"))
        .hasSize(1);
    assertThat(trail(ONE, Action.GIVEN_BACK)).containsExactly("50033; reason: bukan wewenang");
    assertThat(
            run(
                "cases",
                "return",
                "9300001",
                "--institution",
                "50044",
                "--reason",
                "lain",
                "--lang",
                "en"))
        .isEqualTo(65);
    assertThat(shell.err()).contains("asked for that already");
  }

  @Test
  void theStatusTellsWhatWaitsByKind() {
    assertThat(run("status", "--lang", "en")).isZero();

    assertThat(shell.out())
        .contains("Cases given back by agencies: 1")
        .contains("Cases in the default queue: 1; see lapor cases list --kind default");
  }
}
