package id.aduan.lapor.routes;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** A portal in memory whose reporters are easy to find in a log. */
final class FakePortal implements Portal {
  final List<PortalState> states = new CopyOnWriteArrayList<>();
  final List<FollowUp> followUps = new CopyOnWriteArrayList<>();
  volatile Runnable beforeReading = () -> {};

  /** A report in the category of one of the rig's agencies. */
  void receives(String id, String category) {
    Complaint complaint =
        new Complaint(
            new TrackingId(id),
            "Lampu jalan mati",
            "ZZPII lampu jalan di depan rumah saya",
            Optional.of(new Category(category, "")),
            Classification.UNKNOWN,
            "Website",
            new Visibility(Flag.FALSE, Flag.FALSE),
            Optional.of(Instant.parse("2026-11-23T04:05:34Z")),
            Optional.empty(),
            "Bintan Timur",
            Status.UNKNOWN,
            Optional.empty(),
            List.of(),
            new Reporter("Siti ZZPII", "0812-ZZPII", "zzpii@example.invalid"),
            List.of());
    states.add(new PortalState(complaint, OptionalLong.empty(), Optional.empty(), true));
  }

  @Override
  public Page changed(Optional<Instant> updatedSince, String place) {
    beforeReading.run();
    return new Page(states, List.of(), Optional.empty());
  }

  @Override
  public PortalState complaint(TrackingId id) {
    return states.stream()
        .filter(state -> state.complaint().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public DeliveryResult publish(FollowUp followUp, List<PortalFile> files, IdempotencyKey key) {
    followUps.add(followUp);
    return new DeliveryResult.Accepted("");
  }

  @Override
  public Lookup find(FollowUp followUp, int confirmedTwins) {
    return followUps.size() > confirmedTwins ? new Lookup.Found("") : new Lookup.Absent();
  }

  @Override
  public PortalState read(byte[] raw) {
    throw new UnsupportedOperationException("this portal pushes nothing");
  }

  @Override
  public String twin(String content) {
    return content;
  }
}
