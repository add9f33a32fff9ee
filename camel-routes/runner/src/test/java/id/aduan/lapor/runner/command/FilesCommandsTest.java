package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.FileDelivery;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of complaints, while no connector runs. */
class FilesCommandsTest {
  private static final TrackingId CASE = new TrackingId(ParkedFixture.caseNumber(0));
  private static final Instant AT = Instant.parse("2026-12-21T01:00:00Z");

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  private ParkedFixture store = ParkedFixture.in(Path.of(""));
  private StoredFile kept = new StoredFile("", 0, "");

  @BeforeEach
  void fill() throws Exception {
    sample = SampleConfig.in(folder);
    store = ParkedFixture.in(folder);
    store.park(1, "dishub", "LC-REFUSED");
    Path file = folder.resolve("store/lapor.db");
    try (FileVault vault =
        FileVault.open(
            file.resolveSibling("files"), KeysetSealer.ofFile(JdbcStore.keysBeside(file)), 0)) {
      Path plain = vault.temporary();
      try (OutputStream out = vault.write(plain)) {
        out.write("isi".getBytes(StandardCharsets.UTF_8));
      }
      kept = vault.keep(plain, "image/jpeg");
    }
    boolean unused =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      it.files()
                          .add(tx, file(1, State.QUARANTINED, "file.script", Optional.of(kept)));
                      it.files().add(tx, file(2, State.LOST, "http.404", Optional.empty()));
                      it.files().add(tx, file(3, State.HERE, "", Optional.of(kept)));
                      it.files()
                          .add(tx, file(4, State.REFUSED, "file.too-large", Optional.empty()));
                      it.files().add(tx, file(5, State.HERE, "", Optional.of(kept)));
                      it.files().deliveries().save(tx, notTaken(3));
                      return true;
                    }));
  }

  private static CaseFile file(int place, State state, String why, Optional<StoredFile> original) {
    return new CaseFile(
        CASE,
        place,
        new Attachment("ZZPII " + place, "https://portal.example.go.id/" + place),
        state,
        why,
        1,
        List.of(),
        original,
        List.of(),
        AT);
  }

  private static FileDelivery notTaken(int place) {
    return new FileDelivery(
        new AgencyCode("dishub"),
        Reference.of(CASE),
        place,
        FileDelivery.Form.MAIN,
        "0".repeat(64),
        FileDelivery.State.REFUSED,
        "agency.type",
        "",
        AT);
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  private List<State> states() {
    return store.with(it -> it.read(tx -> it.files().of(tx, CASE))).stream()
        .map(CaseFile::state)
        .toList();
  }

  private List<Action> trail() {
    return store.with(it -> it.read(tx -> it.audit().about(tx, CASE.value()))).stream()
        .map(entry -> entry.action())
        .toList();
  }

  @Test
  @Tag("C24")
  void the_list_tells_what_waits_and_nothing_of_its_name() {
    assertThat(run("files", "list", "--lang", "en")).isZero();
    assertThat(shell.out())
        .contains("9300001  1  held back (file.script)  2026-12-21 08:00 WIB  image/jpeg 3 B")
        .contains("9300001  2  lost (http.404)")
        .contains("9300001  4  not taken (file.too-large)")
        .contains("9300001  3  here")
        .contains("      dishub does not get it, as a file of 9300001 (agency.type)")
        .doesNotContain("9300001  5", "ZZPII", "portal.example");

    assertThat(run("files", "show", "9300001", "--json")).isZero();
    assertThat(shell.out()).contains("\"place\" : 3").doesNotContain("ZZPII");

    assertThat(run("show", "9300001", "--lang", "en")).isZero();
    assertThat(shell.out())
        .contains(
            "Files:",
            "9300001  3  here",
            "      dishub does not get it, as a file of 9300001 (agency.type)");
    assertThat(run("files", "show", "9300001", "--json")).isZero();
    assertThat(shell.out()).contains("\"reason\" : \"agency.type\"");
  }

  @Test
  void what_was_lost_is_asked_for_again() {
    assertThat(run("files", "retry", "9300001", "--lang", "en")).isZero();

    assertThat(shell.out()).isEqualTo("Asked for again, of 9300001: 2\n");
    assertThat(states())
        .containsExactly(State.QUARANTINED, State.WAITING, State.HERE, State.WAITING, State.HERE);
    assertThat(trail()).contains(Action.FILE_ASKED_AGAIN);
    assertThat(store.entries(CASE.value()))
        .anyMatch(row -> row.lane().target().equals(Targets.FILES));
    assertThat(run("files", "retry", "9300001", "--lang", "en")).isEqualTo(65);
  }

  @Test
  void an_agency_is_sent_what_it_did_not_take_and_the_portal_is_asked_for_nothing() {
    assertThat(run("files", "retry", "9300001", "--agency", "no code!")).isEqualTo(64);
    assertThat(shell.err())
        .contains("--agency is the code of an agency")
        .doesNotContain("no code!");
    assertThat(run("files", "retry", "9300001", "--agency", "kantah")).isEqualTo(65);

    assertThat(states())
        .containsExactly(State.QUARANTINED, State.LOST, State.HERE, State.REFUSED, State.HERE);
    assertThat(trail()).doesNotContain(Action.FILE_ASKED_AGAIN);
  }

  @Test
  @Tag("PSE-01")
  void what_is_kept_no_more_as_it_came_is_asked_for_again() throws Exception {
    Files.delete(
        folder
            .resolve("store/files")
            .resolve(kept.sha256().substring(0, 2))
            .resolve(kept.sha256()));

    assertThat(run("files", "retry", "9300001", "--place", "5", "--lang", "en")).isZero();

    assertThat(states())
        .containsExactly(State.QUARANTINED, State.LOST, State.HERE, State.REFUSED, State.WAITING);
  }

  @Test
  void what_is_held_back_is_let_go_by_name_and_reason() {
    assertThat(run("files", "release", "9300001", "--reason", "harmless")).isEqualTo(64);
    assertThat(run("files", "release", "9300001", "--place", "1")).isEqualTo(64);
    assertThat(run("files", "release", "9300001", "--place", "2", "--reason", "no")).isEqualTo(65);

    assertThat(run("files", "release", "9300001", "--place", "1", "--reason", "harmless")).isZero();

    assertThat(states())
        .containsExactly(State.HERE, State.LOST, State.HERE, State.REFUSED, State.HERE);
  }

  @Test
  @Tag("PSE-01")
  void originals_are_written_as_they_came_and_nothing_is_overwritten() throws Exception {
    Path to = Files.createDirectory(folder.resolve("bukti"));

    assertThat(run("files", "export", "9300001", "--to", to.toString())).isZero();

    assertThat(shell.out()).contains("9300001-001.bin", "9300001-003.bin", kept.sha256());
    assertThat(to.resolve("9300001-003.bin")).hasContent("isi");
    assertThat(trail()).contains(Action.CONTENT_READ);
    assertThat(run("files", "export", "9300001", "--to", to.toString())).isEqualTo(73);
    assertThat(run("files", "export", "9300001", "--to", to + "/none")).isEqualTo(73);
    assertThat(run("files", "export", "9399999", "--to", to.toString())).isEqualTo(65);
  }

  @Test
  void a_damaged_original_is_not_written() throws Exception {
    Path sealed =
        folder.resolve("store/files").resolve(kept.sha256().substring(0, 2)).resolve(kept.sha256());
    byte[] bytes = Files.readAllBytes(sealed);
    bytes[bytes.length - 1] ^= 1;
    Files.write(sealed, bytes);
    Path to = Files.createDirectory(folder.resolve("bukti"));

    assertThat(run("files", "export", "9300001", "--to", to.toString())).isEqualTo(74);

    assertThat(to).isEmptyDirectory();
    assertThat(run("store", "verify")).isEqualTo(1);
    assertThat(shell.out())
        .contains("damaged: file 9300001 1: its bytes are missing or damaged")
        .contains("files of complaints: 3 read, 3 damaged or missing");
  }
}
