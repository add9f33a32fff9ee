package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.PortalSide;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.simulator.ReceivedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed letter is put to an answer: what is taken, what is not, and how it arrives. */
class RepliesAttachTest {
  private static final String CASE = ParkedFixture.caseNumber(0);
  private static final Instant AT = Instant.parse("2026-12-21T01:00:00Z");
  private static final Duration ARRIVED_MAX = Duration.ofSeconds(60);
  private static final byte[] SIGNED =
      "%PDF-1.7\r\n1 0 obj<</Type/Sig/ByteRange[0 9 9 9]>>endobj\r\n%%EOF\r\n".getBytes(ISO_8859_1);

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void configured() {
    sample = SampleConfig.in(folder);
    noOffice();
  }

  /** A converter is not needed, and is looked for in vain for a second. */
  private void noOffice() {
    sample.replace("delivery:", "documents: {converter: {office: off}}\ndelivery:");
  }

  private ParkedFixture held(String number) {
    ParkedFixture store = ParkedFixture.in(folder);
    boolean unused =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      it.replies()
                          .add(
                              tx,
                              new FollowUp(
                                  new TrackingId(number),
                                  new AgencyCode("dishub"),
                                  "1",
                                  AT,
                                  "Sudah diperbaiki.",
                                  List.of()),
                              AT);
                      return true;
                    }));
    return store;
  }

  private ParkedFixture held() {
    ParkedFixture.in(folder).park(1, "dishub", "LC-REFUSED");
    return held(CASE);
  }

  private int approve(Path... files) {
    List<String> all = new ArrayList<>(List.of("replies", "approve", "1"));
    Arrays.stream(files).forEach(file -> all.addAll(List.of("--attach", file.toString())));
    return run(all.toArray(String[]::new));
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    if (!all.contains("letter")) {
      all.addAll(List.of("--lang", "en"));
    }
    return shell.run(all.toArray(String[]::new));
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private Path odt() {
    Path odt = folder.resolve("surat jawaban.odt");
    assertThat(run("letter", "surat-jawaban", "--template-out", "--out", odt.toString())).isZero();
    return odt;
  }

  private Path notQuiteOdt() throws Exception {
    Path odt = folder.resolve("rusak.odt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(odt))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.text".getBytes(ISO_8859_1));
    }
    return odt;
  }

  private static List<String> trail(ParkedFixture store, Action action) {
    return store.with(
        it ->
            it.read(tx -> it.audit().about(tx, CASE)).stream()
                .filter(entry -> entry.action() == action)
                .map(AuditEntry::detail)
                .toList());
  }

  private static long published(ParkedFixture store) {
    return store.entries(CASE).stream().filter(row -> row.operation().equals("publish")).count();
  }

  @Test
  @Tag("ODF-12")
  void theSignedLetterArrivesAtThePortalByteForByteBesideTheAnswer() throws Exception {
    try (PortalSide side = new PortalSide(folder, false)) {
      sample = side.sample;
      noOffice();
      side.start();
      String complaint = side.files();
      await().atMost(ARRIVED_MAX).until(() -> side.hasTicket(complaint));
      side.stop();
      held(complaint);
      side.start();
      Path odt = odt();

      assertThat(approve(file("Surat \u202Efdp\n2.pdf", SIGNED), odt)).isZero();

      assertThat(shell.out().lines())
          .containsExactly(
              "Goes with it: Surat-fdp-2.pdf (application/pdf, %d bytes, SHA-256 %s)"
                  .formatted(SIGNED.length, sha256(SIGNED)),
              "Goes with it: surat-jawaban.odt (application/vnd.oasis.opendocument.text, %,d bytes, SHA-256 %s)"
                  .formatted(Files.size(odt), sha256(Files.readAllBytes(odt))),
              "Approved; the answer goes to the portal.");
      await().atMost(ARRIVED_MAX).until(() -> side.portal.ledger().followUps().size() == 1);
      assertThat(side.portal.ledger().followUps().get(0).files())
          .containsExactly(
              new ReceivedFile(
                  "attachment[0]",
                  "Surat-fdp-2.pdf",
                  "application/pdf",
                  SIGNED.length,
                  sha256(SIGNED)),
              new ReceivedFile(
                  "attachment[1]",
                  "surat-jawaban.odt",
                  "application/vnd.oasis.opendocument.text",
                  (int) Files.size(odt),
                  sha256(Files.readAllBytes(odt))));
    }
  }

  @Test
  void whatWasPutToAnAnswerIsShownWithItAndInTheStoryOfTheCase() throws Exception {
    ParkedFixture store = held();

    assertThat(approve(file("surat.pdf", SIGNED))).isZero();

    assertThat(published(store)).isEqualTo(1);
    assertThat(trail(store, Action.REPLY_APPROVED))
        .containsExactly("reply 1 of dishub, change 1, with 1 file");
    assertThat(run("replies", "show", "1")).isZero();
    assertThat(shell.out()).contains("Goes with it: surat.pdf (application/pdf, ", sha256(SIGNED));
    assertThat(run("show", CASE)).isZero();
    assertThat(shell.out()).contains("file put to an answer by an operator", sha256(SIGNED));
  }

  @Test
  @Tag("ODF-10")
  void aLetterThatIsNoValidDocumentIsNotTakenAndNothingIsApproved() throws Exception {
    ParkedFixture store = held();

    assertThat(approve(file("surat.pdf", SIGNED), notQuiteOdt())).isEqualTo(65);

    assertThat(shell.err())
        .startsWith("error[replies.refused]: rusak.odt: this does not go to a citizen")
        .contains("Found: odf.invalid");
    assertThat(published(store)).isZero();
    assertThat(run("replies", "approve", "1")).isZero();
    assertThat(run("replies", "show", "1")).isZero();
    assertThat(shell.out()).doesNotContain("surat.pdf");
    assertThat(trail(store, Action.REPLY_APPROVED)).containsExactly("reply 1 of dishub, change 1");
  }

  @Test
  void whatIsNoFileToAttachIsRefusedBeforeAnythingIsOpened() throws Exception {
    ParkedFixture store = held();
    Path pipe = folder.resolve("pipa");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path small = file("a.pdf", SIGNED);

    assertThat(approve(folder.resolve("tidak-ada.pdf"))).isEqualTo(66);
    assertThat(shell.err()).contains("tidak-ada.pdf is no file; nothing was approved");
    assertThat(approve(folder)).isEqualTo(66);
    assertThat(approve(pipe)).isEqualTo(66);
    assertThat(approve(file("kosong.pdf", new byte[0]))).isEqualTo(65);
    assertThat(shell.err()).contains("kosong.pdf is empty");
    assertThat(approve(file("besar.pdf", new byte[5 * 1024 * 1024 + 1]))).isEqualTo(65);
    assertThat(shell.err()).contains("besar.pdf has more than 5242880 bytes");
    assertThat(approve(small, file("b.pdf", SIGNED))).isEqualTo(65);
    assertThat(shell.err()).contains("b.pdf is named twice");
    assertThat(approve(small, small, small, small, small, small)).isEqualTo(64);
    assertThat(published(store)).isZero();
    assertThat(trail(store, Action.FILE_ENCLOSED)).isEmpty();
  }

  @Test
  void whatIsMoreThanThePortalTakesIsRefusedByTheKeyThatSaysSo() throws Exception {
    sample.replace("token:", "replyFiles: {max: 1, bytesMax: 1024}\n  token:");
    ParkedFixture store = held();

    assertThat(approve(file("besar.pdf", new byte[1025]))).isEqualTo(65);
    assertThat(shell.err()).contains("portal.replyFiles.bytesMax");
    assertThat(
            approve(file("a.pdf", SIGNED), file("b.pdf", "%PDF-1.4\n%%EOF".getBytes(ISO_8859_1))))
        .isEqualTo(65);
    assertThat(shell.err()).contains("portal.replyFiles.max");
    assertThat(published(store)).isZero();
  }

  @Test
  void whereFilesAreNotKeptNoneIsTaken() throws Exception {
    sample.replace("office: off}", "office: off}, attachments: {fetch: false}");
    ParkedFixture store = held();

    assertThat(approve(file("surat.pdf", SIGNED))).isEqualTo(65);

    assertThat(shell.err()).contains("documents.attachments.fetch");
    assertThat(published(store)).isZero();
  }
}
