package id.aduan.lapor.testkit;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invented complaints. The reporter's fields are markers that a test can look for. */
public final class SampleComplaints {
  public static final Reporter REPORTER =
      new Reporter("ZZPII-nama", "0811-ZZPII-telepon", "ZZPII-surel@example.com");

  /** Stands in every field of the reporter, and nowhere else. */
  public static final String REPORTER_MARKER = "ZZPII-";

  private SampleComplaints() {}

  /** A complaint whose reporter may be named to the agency. */
  public static AgencyComplaint identified(String trackingId) {
    return identified(
        trackingId, "Lampu jalan padam", "Lampu di depan pasar padam sejak hari Senin.");
  }

  public static AgencyComplaint identified(String trackingId, String title, String content) {
    return complaint(trackingId, title, content, new Visibility(Flag.FALSE, Flag.FALSE));
  }

  /** A complaint whose reporter stays unnamed. */
  public static AgencyComplaint withheld(String trackingId) {
    return complaint(
        trackingId,
        "Pungutan di loket",
        "Petugas loket meminta biaya di luar ketentuan.",
        new Visibility(Flag.TRUE, Flag.UNKNOWN));
  }

  /** One that stands so on the portal, and to which its reporter added this. */
  public static AgencyComplaint standing(
      String trackingId, Status status, List<ReporterReply> replies) {
    Facts facts = withheld(trackingId).facts();
    return new AgencyComplaint.Withheld(
        new Facts(
            facts.id(),
            facts.title(),
            facts.content(),
            facts.category(),
            facts.classification(),
            facts.channel(),
            facts.receivedAt(),
            facts.incidentOn(),
            facts.location(),
            facts.secret(),
            status,
            facts.attachments(),
            replies,
            1,
            Map.of(),
            List.of()));
  }

  private static AgencyComplaint complaint(
      String trackingId, String title, String content, Visibility visibility) {
    return AgencyComplaint.of(
        new Complaint(
            new TrackingId(trackingId),
            title,
            content,
            Optional.of(new Category("1398", "PENERANGAN JALAN")),
            new Classification(
                Classification.Kind.ORDINARY_COMPLAINT, "Pengaduan tidak berkadar pengawasan"),
            "Website",
            visibility,
            Optional.of(Instant.parse("2026-11-02T01:30:00Z")),
            Optional.of(LocalDate.of(2026, 11, 1)),
            "Jalan Merdeka, Kijang",
            Status.UNKNOWN,
            Optional.empty(),
            List.of(),
            REPORTER,
            List.of()));
  }
}
