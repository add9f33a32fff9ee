package id.aduan.lapor.agency;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.privacy.AgencyComplaint.FileNote;
import id.aduan.lapor.privacy.AgencyComplaint.Identified;
import id.aduan.lapor.privacy.AgencyComplaint.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComplaintViewTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final Reporter REPORTER = new Reporter("Budi", "0812", "budi@example.com");

  @Test
  void aFullComplaintHasEveryNameThatMappingsMayUse() {
    ComplaintView view = new ComplaintView(WIB, new TextLimits(5, 5, ""));

    Map<String, Object> complaint =
        view.of(
            new Identified(facts("Judul panjang"), REPORTER)
                .filed(List.of(new FileNote(2, "https://x/b", "lost", "http.404"))));

    assertThat(ComplaintView.NAMES)
        .allSatisfy(name -> assertThat(find(complaint, name)).isNotNull());
    assertThat(complaint)
        .containsEntry("receivedAt", "2026-11-02T01:30:00Z")
        .containsEntry("receivedAtLocal", "2026-11-02T08:30:00+07:00")
        .containsEntry("secret", true)
        .containsEntry("attachments", List.of(Map.of("fileName", "a.jpg", "url", "https://x/a")));
  }

  @Test
  @Tag("C24")
  void aWithheldReporterHasNoPlaceInIt() {
    ComplaintView view = new ComplaintView(WIB, TextLimits.NONE);

    assertThat(view.of(new Withheld(facts("Judul")))).doesNotContainKey("reporter");
  }

  @Test
  void whatIsNotKnownHasNoKey() {
    Facts bare =
        new Facts(
            new TrackingId("8123456"),
            "Judul",
            "Isi",
            Optional.empty(),
            Classification.UNKNOWN,
            "",
            Optional.empty(),
            Optional.empty(),
            "",
            true,
            Status.UNKNOWN,
            List.of(),
            List.of(),
            1,
            Map.of(),
            List.of());

    assertThat(new ComplaintView(WIB, TextLimits.NONE).of(new Withheld(bare)))
        .containsOnlyKeys(
            "trackingId",
            "complaintId",
            "title",
            "content",
            "contentAlone",
            "classificationKind",
            "secret",
            "statusStage",
            "attachments");
  }

  @Test
  void whatIsCutGoesWholeBesideIt() {
    ComplaintView view = new ComplaintView(WIB, new TextLimits(20, 1000, " (terlampir)"));

    Map<String, Object> complaint =
        view.of(new Withheld(facts("Jalan berlubang di depan pasar lama")));

    String base64 = String.valueOf(find(complaint, "fullText.base64"));
    assertThat(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            Jalan berlubang di depan pasar lama

            Isi laporan

            [Tanggapan pelapor, 03-11-2026 08:30 +07:00]
            Masih gelap.
            """);
    assertThat(find(complaint, "fullText.fileName")).isEqualTo("naskah-8123456.txt");
    assertThat(complaint).containsEntry("contentAlone", "Isi laporan");
  }

  @Test
  void halfOfAPairBecomesAReplacementCharacter() {
    ComplaintView view = new ComplaintView(WIB, TextLimits.NONE);

    assertThat(view.of(new Withheld(facts("a\uD83Db \uD83D\uDEA7"))))
        .containsEntry("title", "a\uFFFDb \uD83D\uDEA7");
  }

  private static Facts facts(String title) {
    return new Facts(
        new TrackingId("8123456"),
        title,
        "Isi laporan",
        Optional.of(new Category("1398", "PENERANGAN JALAN")),
        new Classification(Classification.Kind.ASPIRATION, "Aspirasi"),
        "Website",
        Optional.of(Instant.parse("2026-11-02T01:30:00Z")),
        Optional.of(LocalDate.of(2026, 11, 1)),
        "Jalan Merdeka",
        true,
        new Status(Status.Stage.VERIFIED, Status.Actor.ADMIN, "Terverifikasi"),
        List.of(new Attachment("a.jpg", "https://x/a")),
        List.of(
            new ReporterReply(
                "FOLLOW_UP 7", Optional.of(Instant.parse("2026-11-03T01:30:00Z")), "Masih gelap.")),
        1,
        Map.of(),
        List.of());
  }

  @Test
  void theAgencyIsToldInItsLanguageWhichFilesItDoesNotGet() {
    Map<String, Object> complaint =
        new ComplaintView(WIB, TextLimits.NONE)
            .of(
                new Withheld(facts("Judul"))
                    .filed(
                        List.of(
                            new FileNote(1, "https://x/a", "quarantined", "odf.macro"),
                            new FileNote(2, "https://x/b", "refused", "file.too-large"),
                            new FileNote(3, "https://x/c", "here", ""))));

    assertThat(complaint)
        .containsEntry(
            "attachments",
            List.of(
                Map.of(
                    "fileName",
                    "a.jpg",
                    "url",
                    "https://x/a",
                    "state",
                    "quarantined",
                    "note",
                    "ditahan untuk diperiksa")))
        .containsEntry(
            "attachmentsNote",
            "Lampiran 1: ditahan untuk diperiksa.\nLampiran 2: terlalu besar, tidak disertakan.");
  }

  @Test
  void whatTheReporterAddedStandsAtTheEndOfTheContentForMappingsThatKnowNothingOfIt() {
    Map<String, Object> complaint =
        new ComplaintView(WIB, TextLimits.NONE).of(new Withheld(facts("Judul")));

    assertThat(complaint)
        .containsEntry(
            "content", "Isi laporan\n\n[Tanggapan pelapor, 03-11-2026 08:30 +07:00]\nMasih gelap.")
        .containsEntry("contentAlone", "Isi laporan")
        .containsEntry("repliesText", "[Tanggapan pelapor, 03-11-2026 08:30 +07:00]\nMasih gelap.")
        .containsEntry(
            "replies",
            List.of(
                Map.of(
                    "id", "FOLLOW_UP 7",
                    "at", "2026-11-03T01:30:00Z",
                    "atLocal", "2026-11-03T08:30:00+07:00",
                    "text", "Masih gelap.")));
  }

  private static @Nullable Object find(Map<?, ?> view, String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return view.get(name);
    }
    return view.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, name.substring(dot + 1))
        : null;
  }
}
