package id.aduan.lapor.filing;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.portal.PortalFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports of a local system for tests. */
public final class LocalReports {
  public static final Reporter REPORTER =
      new Reporter("Rahmat ZZPII-7", "0813-ZZPII-7", "zzpii-7@example.invalid");
  public static final String INSTITUTION = "151999";

  private LocalReports() {}

  /** One of the transport office's own, to be forwarded. */
  public static LocalReport report(String number) {
    return of("dishub", number, "Rambu roboh di simpang tiga sejak kemarin.", INSTITUTION);
  }

  public static LocalReport of(String source, String number, String content, String institution) {
    return new LocalReport(
        new AgencyCode(source),
        number,
        "Rambu roboh",
        content,
        Optional.of("1398"),
        Optional.of("6"),
        Optional.of(LocalDate.parse("2026-11-20")),
        false,
        true,
        REPORTER,
        institution.isEmpty() ? Optional.empty() : Optional.of(institution));
  }

  public static Filing filing(LocalReport report, Instant now) {
    return Filing.of(
        report,
        FittedReport.of(report, FilingSettings.DEFAULT).report(),
        Fingerprint.of(report, List.of()),
        Filing.Step.UPLOAD,
        now);
  }

  public static List<PortalFile> files(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new PortalFile(
                    "foto-" + i + ".jpg",
                    "image/jpeg",
                    ("gambar " + i).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
