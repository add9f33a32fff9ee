package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that wait for a person, and cases that were given back, while no connector runs. */
class RepliesCommandsTest {
  private static final TrackingId CASE = new TrackingId(ParkedFixture.caseNumber(0));
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final Instant AT = Instant.parse("2026-12-21T01:00:00Z");

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  private ParkedFixture store = ParkedFixture.in(Path.of(""));

  @BeforeEach
  void fill() {
    sample = SampleConfig.in(folder);
    store = ParkedFixture.in(folder);
    store.park(1, "dishub", "LC-REFUSED");
    boolean unused =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      it.replies().add(tx, answer("1"), AT);
                      it.replies().add(tx, answer("2"), AT);
                      it.returns().add(tx, CASE, DISHUB, change(), AT);
                      return true;
                    }));
  }

  private static FollowUp answer(String change) {
    return new FollowUp(
        CASE,
        DISHUB,
        change,
        AT,
        "Sudah dicek, ZZPII-7.",
        List.of(new Attachment("foto.jpg", "https://dinas.example.go.id/foto.jpg")),
        true,
        "",
        1,
        List.of());
  }

  private static TicketChange change() {
    return new TicketChange("3", "T-1", "", AT, false, "ZZPII-8", "BUKAN WEWENANG", List.of());
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  private List<String> trail(Action action) {
    return store.with(
        it ->
            it.read(tx -> it.audit().about(tx, CASE.value())).stream()
                .filter(entry -> entry.action() == action)
                .map(AuditEntry::detail)
                .toList());
  }

  private List<OutboxView.Row> published() {
    return store.entries(CASE.value()).stream()
        .filter(row -> row.operation().equals("publish"))
        .toList();
  }

  @Test
  @Tag("C24")
  void theListTellsWhichWaitAndNothingOfWhatTheySay() {
    assertThat(run("replies", "list", "--lang", "en")).isZero();
    assertThat(shell.out())
        .isEqualTo(
            """
            Answers that wait for approval: 2
              1  9300001  dishub  2026-12-21 08:00 WIB (2 hours)
              2  9300001  dishub  2026-12-21 08:00 WIB (2 hours)
            """);

    assertThat(run("replies", "list", "--json")).isZero();
    assertThat(shell.out()).contains("\"trackingId\" : \"9300001\"").doesNotContain("ZZPII");
  }

  @Test
  @Tag("S26")
  void oneIsShownWithItsWordsAndThatItWasIsRecorded() {
    assertThat(run("replies", "show", "1", "--lang", "en", "--who", "budi")).isZero();

    assertThat(shell.out())
        .contains("Answer 1 of dishub to complaint 9300001: waits", "Only the reporter")
        .contains("File: foto.jpg", "Sudah dicek, ZZPII-7.");
    assertThat(trail(Action.CONTENT_READ)).containsExactly("reply 1 of dishub, change 1");
    assertThat(run("replies", "show", "9")).isEqualTo(65);
    assertThat(run("replies", "show", "x")).isEqualTo(64);
  }

  @Test
  void oneIsApprovedInOtherWordsAndOnlyOnce() throws Exception {
    Path words = Files.writeString(folder.resolve("kata.txt"), "Sudah diperbaiki.\n");

    assertThat(run("replies", "approve", "1", "--text-file", words.toString(), "--lang", "en"))
        .isZero();

    assertThat(shell.out()).isEqualTo("Approved; the answer goes to the portal.\n");
    assertThat(published()).hasSize(1);
    assertThat(trail(Action.REPLY_APPROVED))
        .containsExactly("reply 1 of dishub, change 1, in other words");
    assertThat(run("replies", "approve", "1", "--lang", "en")).isEqualTo(65);
    assertThat(shell.err()).contains("decided before");
    assertThat(published()).hasSize(1);
  }

  @Test
  void oneIsRejectedForAReasonAlone() {
    assertThat(run("replies", "reject", "2")).isEqualTo(64);
    assertThat(run("replies", "reject", "2", "--reason", "menyebut nama")).isZero();

    assertThat(published()).isEmpty();
    assertThat(trail(Action.REPLY_REJECTED))
        .containsExactly("reply 2 of dishub, change 2; reason: menyebut nama");
    assertThat(run("replies", "list", "--lang", "en")).isZero();
    assertThat(shell.out()).startsWith("Answers that wait for approval: 1\n");
  }

  @Test
  void aTextThatIsNoneIsRefusedBeforeAnythingIsOpened() throws Exception {
    Path blank = Files.writeString(folder.resolve("kosong.txt"), " \n");
    Path binary = Files.write(folder.resolve("biner.txt"), new byte[] {(byte) 0xff});

    assertThat(run("replies", "approve", "1", "--text-file", blank.toString())).isEqualTo(64);
    assertThat(run("replies", "approve", "1", "--text-file", binary.toString())).isEqualTo(64);
    assertThat(run("replies", "approve", "1", "--text-file", folder.resolve("tidak").toString()))
        .isEqualTo(66);
    assertThat(published()).isEmpty();
  }

  @Test
  @Tag("CMP-07")
  void whatWasGivenBackIsListedForTheCoordinator() {
    assertThat(run("cases", "list", "--lang", "en")).isZero();
    assertThat(shell.out())
        .isEqualTo(
            """
            Waiting for the coordinator: 1
              9300001  given back  dishub  2026-12-21 08:00 WIB (2 hours)  BUKAN WEWENANG
            """);
    assertThat(run("cases", "list", "--json")).isZero();
    assertThat(shell.out()).contains("\"detail\" : \"BUKAN WEWENANG\"").doesNotContain("ZZPII");
  }

  @Test
  void theStatusTellsOfBoth() {
    assertThat(run("status", "--lang", "en")).isZero();

    assertThat(shell.out())
        .contains("Answers that wait for approval: 2, the oldest for 2 hours")
        .contains("Cases given back by agencies: 1");
  }
}
