package id.aduan.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of answers are looked at before they go to the portal. */
class AnswerFilesTest extends ConnectorRig {
  private static final String ODT = "application/vnd.oasis.opendocument.text";

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    try {
      FileVault vault =
          FileVault.open(
              dir.resolve("files"),
              KeysetSealer.ofFile(JdbcStore.keysBeside(dir.resolve("lapor.db"))),
              0);
      return builder.files(new FileRules(vault, new FileLimits(10, 1000, 5000), new Looker()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Finds in a file what its address says. */
  private static final class Looker implements FileInspector {
    @Override
    public Inspection inspect(Path file, String name) throws IOException {
      String content = Files.readString(file);
      return content.contains("macro")
          ? new Inspection(ODT, Verdict.QUARANTINED, List.of("odf.macro"))
          : content.contains("external")
              ? new Inspection(ODT, Verdict.FLAGGED, List.of("name.extension", "odf.external"))
              : new Inspection("application/pdf", Verdict.FLAGGED, List.of("name.extension"));
    }

    @Override
    public Optional<Made> cleaned(Path file, Inspection inspection, Path target) {
      throw new IllegalStateException("an answer's file is never changed");
    }

    @Override
    public Optional<Made> exchanged(Path file, Inspection inspection, Path target) {
      throw new IllegalStateException("an answer's file is never changed");
    }
  }

  @Test
  void what_a_citizen_could_not_open_safely_is_left_out_and_told() throws Exception {
    TrackingId id = new TrackingId("9890001");
    portal.put(Samples.state(Samples.complaint(id.value(), "1398")));
    await().until(() -> story(id.value()).contains(Action.TICKET_OPENED));

    for (String kind : List.of("plain", "macro", "external")) {
      dishub.keeps(
          "https://dishub.invalid/" + kind,
          new AgencyFile.Here("application/octet-stream", kind.getBytes(UTF_8)));
    }
    dishub.writes(
        id,
        "Sudah diperbaiki.",
        List.of(
            new Attachment("../berita acara.exe", "https://dishub.invalid/plain"),
            new Attachment("surat.odt", "https://dishub.invalid/macro"),
            new Attachment("denah.odt", "https://dishub.invalid/external")));
    await().until(() -> story(id.value()).contains(Action.FOLLOW_UP_PUBLISHED));

    assertThat(portal.files())
        .extracting(PortalFile::name, PortalFile::type)
        .containsExactly(tuple("berita-acara.pdf", "application/pdf"));
    assertThat(portal.followUps())
        .extracting(FollowUp::content)
        .containsExactly(
            "Sudah diperbaiki.\n\n"
                + "(Lampiran yang tidak dapat disertakan: surat.odt, denah.odt)");
    assertThat(
            connector.store().read(tx -> connector.store().audit().about(tx, id.value())).stream()
                .filter(entry -> entry.action() == Action.FILE_LEFT_OUT)
                .map(AuditEntry::detail))
        .containsExactly("change 1, file 2 of 3: odf.macro", "change 1, file 3 of 3: odf.external");
    try (Stream<Path> left = Files.walk(dir.resolve("files").resolve("tmp"))) {
      assertThat(left.filter(Files::isRegularFile))
          .allSatisfy(it -> assertThat(it.toString()).endsWith(".lock"));
    }
  }
}
