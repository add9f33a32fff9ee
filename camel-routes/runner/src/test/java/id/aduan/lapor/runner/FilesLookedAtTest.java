package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running connector looks at each file that it fetches, over HTTP, before it keeps it. */
class FilesLookedAtTest {
  private static final Duration FETCHED_MAX = Duration.ofSeconds(60);
  private static final String PLACE = "Rumah Ibu ZZPII";

  /** {@code FF D8}, notes with a place, and the shortest picture. */
  private static byte[] photo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] notes =
        ("Exif\0\0II*\0\b\0\0\0\1\0%\u0088\4\0\1\0\0\0\u001a\0\0\0\0\0\0\0" + PLACE)
            .getBytes(StandardCharsets.ISO_8859_1);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0});
    out.write(notes.length + 2);
    out.writeBytes(notes);
    out.writeBytes(
        "\u00ff\u00c0\0\13\b\0\1\0\1\1\1\u0011\0\u00ff\u00da\0\b\1\1\0\0?\0\u00ff\u00d9"
            .getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private static EvidenceFile file(String name, String type, byte[] bytes) {
    return new EvidenceFile(name, type, bytes);
  }

  @Test
  void aPlaceIsTakenOutOfAPictureAndWhatCouldHarmWaits(@TempDir Path folder) throws Exception {
    String complaint;
    try (PortalSide side = new PortalSide(folder, true)) {
      side.sample.replace("delivery:", "documents: {converter: {office: off}}\ndelivery:");
      side.start();
      complaint =
          side.files(
              List.of(
                  file("foto.jpg", "image/jpeg", photo()),
                  file("surat.pdf", "application/pdf", bytes("MZ\u0090\0" + "x".repeat(60))),
                  file("surat.odt", "application/pdf", bytes("%PDF-1.4\n/JavaScript\n%%EOF\n"))));
      await().atMost(FETCHED_MAX).until(() -> side.filesHere(complaint) == 3);
    }

    List<CaseFile> files =
        ParkedFixture.in(folder)
            .with(it -> it.read(tx -> it.files().of(tx, new TrackingId(complaint))));

    assertThat(files)
        .extracting(CaseFile::state)
        .containsExactly(State.HERE, State.QUARANTINED, State.HERE);
    assertThat(files.get(0).findings()).containsExactly("metadata.removed");
    assertThat(files.get(1).findings()).containsExactly("file.executable", "name.extension");
    assertThat(files.get(2).findings()).containsExactly("name.extension", "pdf.action");
    assertThat(files.get(0).copies())
        .extracting(FileCopy::kind)
        .containsExactly(FileCopy.Kind.CLEANED);
    assertThat(kept(folder, files.get(0).original().orElseThrow())).isEqualTo(photo());
    assertThat(kept(folder, files.get(0).copies().get(0).file()))
        .asString(StandardCharsets.ISO_8859_1)
        .startsWith("\u00ff\u00d8")
        .doesNotContain(PLACE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] kept(Path folder, StoredFile file) throws Exception {
    Path store = folder.resolve("store/lapor.db");
    try (FileVault vault =
            FileVault.open(
                store.resolveSibling("files"),
                KeysetSealer.ofFile(JdbcStore.keysBeside(store)),
                0);
        InputStream in = vault.content(file).open()) {
      return in.readAllBytes();
    }
  }
}
