package id.aduan.lapor;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Complaints for tests. */
public final class Samples {
  public static final Reporter REPORTER =
      new Reporter("Siti ZZPII-1", "0812-ZZPII-1", "zzpii-1@example.invalid");

  private Samples() {}

  public static Complaint complaint(String id, String category) {
    return new Complaint(
        new TrackingId(id),
        "Lampu jalan mati",
        "Lampu jalan di depan pasar mati sejak tiga hari.",
        category.isEmpty() ? Optional.empty() : Optional.of(new Category(category, "")),
        Classification.UNKNOWN,
        "Website",
        new Visibility(Flag.FALSE, Flag.FALSE),
        Optional.of(Instant.parse("2026-11-23T04:05:34Z")),
        Optional.empty(),
        "Bintan Timur",
        Status.UNKNOWN,
        Optional.empty(),
        List.of(),
        REPORTER,
        List.of());
  }

  /**
   * The same, received this moment: for a connector that runs by the real clock, where the limits
   * of one that was received on a day of old have passed and are warned of.
   */
  static Complaint fresh(Complaint complaint) {
    return new Complaint(
        complaint.id(),
        complaint.title(),
        complaint.content(),
        complaint.category(),
        complaint.classification(),
        complaint.channel(),
        complaint.visibility(),
        Optional.of(Instant.now()),
        complaint.incidentOn(),
        complaint.location(),
        complaint.status(),
        complaint.disposition(),
        complaint.attachments(),
        complaint.reporter(),
        complaint.replies());
  }

  public static Complaint with(Complaint complaint, Visibility visibility, Status status) {
    return new Complaint(
        complaint.id(),
        complaint.title(),
        complaint.content(),
        complaint.category(),
        complaint.classification(),
        complaint.channel(),
        visibility,
        complaint.receivedAt(),
        complaint.incidentOn(),
        complaint.location(),
        status,
        complaint.disposition(),
        complaint.attachments(),
        complaint.reporter(),
        List.of());
  }

  public static Complaint with(Complaint complaint, List<Attachment> attachments) {
    return new Complaint(
        complaint.id(),
        complaint.title(),
        complaint.content(),
        complaint.category(),
        complaint.classification(),
        complaint.channel(),
        complaint.visibility(),
        complaint.receivedAt(),
        complaint.incidentOn(),
        complaint.location(),
        complaint.status(),
        complaint.disposition(),
        attachments,
        complaint.reporter(),
        complaint.replies());
  }

  public static PortalState state(Complaint complaint) {
    return new PortalState(complaint, OptionalLong.empty(), Optional.empty(), true);
  }

  public static PortalState state(Complaint complaint, long revision) {
    return new PortalState(complaint, OptionalLong.of(revision), Optional.empty(), true);
  }
}
