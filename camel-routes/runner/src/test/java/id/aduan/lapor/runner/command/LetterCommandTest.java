package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.sync.CaseRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters about a case, by the connector that runs or of its store. */
class LetterCommandTest {
  private static final String OPEN = "9400001";
  private static final String SECRET = "9400002";

  @TempDir private Path folder;
  private CasesRig rig;

  @BeforeEach
  void twoCases() {
    rig = new CasesRig(folder);
    rig.write(
        (store, tx) -> {
          store.complaints().save(tx, record(OPEN, new Visibility(Flag.FALSE, Flag.FALSE)));
          store.complaints().save(tx, record(SECRET, new Visibility(Flag.FALSE, Flag.TRUE)));
        });
  }

  private static CaseRecord record(String id, Visibility visibility) {
    return CasesRig.record(
        CasesRig.request(id, CasesRig.RECEIVED)
            .complaint()
            .worded("Lampu <mati> & ${judul}", "Sudah tiga malam.")
            .with(visibility));
  }

  private Path letter(String kind, String id, String name) {
    Path file = folder.resolve(name);
    assertThat(rig.run("letter", kind, id, "--out", file.toString(), "--who", "sekda"))
        .as(rig.err())
        .isZero();
    return file;
  }

  private static String parts(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        text.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), UTF_8));
      }
    }
    return text.toString();
  }

  @Test
  void theReceiptNamesTheReporterAndIsTheSameByTheRunningConnector() throws IOException {
    Path byStore = letter("tanda-terima", OPEN, "a.odt");
    try (RunningConnector running = rig.start()) {
      assertThat(running.address()).isPresent();

      assertThat(parts(byStore))
          .contains("ZZPII nama", "Senin, 23 November 2026", "Lampu &lt;mati&gt; &amp; ${judul}");
      assertThat(parts(letter("tanda-terima", OPEN, "b.odt"))).isEqualTo(parts(byStore));
    }
  }

  @Test
  void aSecretReporterIsInNoPartOfAnyLetter() throws IOException {
    for (String kind :
        List.of(
            "tanda-terima",
            "lembar-disposisi",
            "surat-pengantar",
            "surat-jawaban",
            "nota-dinas",
            "surat-teguran",
            "surat-pengembalian")) {
      assertThat(parts(letter(kind, SECRET, kind + ".odt")))
          .contains(SECRET)
          .doesNotContainIgnoringCase("zzpii");
    }
    assertThat(parts(folder.resolve("tanda-terima.odt"))).contains("Dirahasiakan");
  }

  @Test
  void aLetterIsInTheAuditTrailAndReplacesNoFile() {
    letter("surat-jawaban", OPEN, "a.odt");

    assertThat(
            rig.run("letter", "surat-jawaban", OPEN, "--out", folder.resolve("a.odt").toString()))
        .isEqualTo(Exit.CANNOT_CREATE.code());
    List<AuditEntry> told = rig.read((store, tx) -> store.audit().about(tx, OPEN));
    assertThat(told)
        .filteredOn(it -> it.actor().equals("operator:sekda"))
        .extracting(AuditEntry::action, AuditEntry::detail)
        .containsExactly(
            tuple(AuditEntry.Action.CONTENT_READ, "for a letter: surat-jawaban"),
            tuple(AuditEntry.Action.LETTER_MADE, "surat-jawaban"));
    assertThat(rig.run("show", OPEN)).as(rig.err()).isZero();
    assertThat(rig.out()).contains("surat dibuat: surat-jawaban");
  }

  @Test
  void whatIsAskedForWronglyIsToldBeforeTheStoreIsOpened() {
    String out = folder.resolve("a.odt").toString();

    assertThat(rig.run("letter", "surat-cinta", OPEN, "--out", out)).isEqualTo(Exit.USAGE.code());
    assertThat(rig.run("letter", "nota-dinas", OPEN, "--out", out, "--set", "nama_pelapor=x"))
        .isEqualTo(Exit.USAGE.code());
    assertThat(rig.run("letter", "nota-dinas", OPEN, "--out", out, "--date", "besok"))
        .isEqualTo(Exit.USAGE.code());
    assertThat(rig.run("letter", "nota-dinas", "9999999", "--out", out))
        .isEqualTo(Exit.DATA.code());
    assertThat(rig.run("letter", "nota-dinas", OPEN, "--out", out, "--agency", "dinkes"))
        .isEqualTo(Exit.DATA.code());
    assertThat(folder.resolve("a.odt")).doesNotExist();
  }

  @Test
  void aTemplateIsWrittenForEditingAndItsFaultsAreFoundByValidate() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Path file = templates.resolve("nota-dinas.odt");
    assertThat(rig.run("letter", "nota-dinas", "--template-out", "--out", file.toString()))
        .isZero();
    Files.writeString(
        rig.sample.file(),
        Files.readString(rig.sample.file())
            + "\ndocuments:\n  letters:\n    templates: templates\n    city: Kota Contoh\n");

    assertThat(rig.run("validate")).as(rig.err()).isZero();
    assertThat(parts(letter("nota-dinas", OPEN, "a.odt"))).contains("Laporan penanganan");

    Files.writeString(templates.resolve("surat-jawaban.odt"), "PK no template");
    assertThat(rig.run("validate")).isEqualTo(Exit.CONFIGURATION.code());
    assertThat(rig.err()).contains("template surat-jawaban.odt: BROKEN_PACKAGE");
  }

  @Test
  void aFaultOfATemplateStopsItsOwnDocumentAndNeverTheDeliveryOfCases() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("surat-jawaban.odt"), "PK no template");
    Files.writeString(folder.resolve("rekap.ods"), "PK no template");
    Files.writeString(
        rig.sample.file(),
        rig.sample.text()
            + "documents: {letters: {templates: templates}, report: {template: rekap.ods}}\n");

    try (RunnerConfig config = rig.sample.load()) {
      assertThat(config.notices())
          .anyMatch(it -> it.message().contains("template surat-jawaban.odt: BROKEN_PACKAGE"))
          .anyMatch(it -> it.message().startsWith("'template':"));
    }
    try (RunningConnector running = rig.start()) {
      assertThat(running.address()).isPresent();
    }
    letter("tanda-terima", OPEN, "a.odt");
    String out = folder.resolve("b.odt").toString();
    assertThat(rig.run("letter", "surat-jawaban", OPEN, "--out", out))
        .isEqualTo(Exit.CONFIGURATION.code());
    assertThat(rig.err()).contains("template surat-jawaban.odt: BROKEN_PACKAGE");
    String ods = folder.resolve("r.ods").toString();
    assertThat(rig.run("report", "--month", "2026-11", "--out", ods))
        .isEqualTo(Exit.CONFIGURATION.code());
    assertThat(rig.run("report", "--month", "2026-11")).isZero();
    assertThat(rig.run("validate")).isEqualTo(Exit.CONFIGURATION.code());
    assertThat(rig.err()).contains("surat-jawaban.odt", "'template':");
  }

  @Test
  void aStrayFileAmongTheTemplatesIsANoticeAndAMissingFolderAFault() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("surat-lama \u202E.odt"), "x");
    Files.writeString(
        rig.sample.file(), rig.sample.text() + "documents: {letters: {templates: templates}}\n");

    assertThat(rig.run("validate")).as(rig.err()).isZero();
    assertThat(rig.err()).contains("template surat-lama ?.odt: there is no such letter; unused");
    letter("tanda-terima", OPEN, "a.odt");

    rig.sample.replace("templates: templates", "templates: nowhere");
    assertThat(rig.run("validate")).isEqualTo(Exit.CONFIGURATION.code());
    assertThat(rig.err()).containsOnlyOnce("there is no such folder");
    rig.sample.load().close();
    assertThat(rig.run("letter", "nota-dinas", OPEN, "--out", folder.resolve("b.odt").toString()))
        .isEqualTo(Exit.CONFIGURATION.code());
  }
}
