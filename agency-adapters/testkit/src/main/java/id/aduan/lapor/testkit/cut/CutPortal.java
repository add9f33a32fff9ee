package id.aduan.lapor.testkit.cut;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.testkit.SampleComplaints;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A portal that tells what is put into it. Safe for use by many threads. */
final class CutPortal implements Portal {
  private final Map<String, PortalState> states = new TreeMap<>();

  /** Says so of a complaint; each time is a later revision. */
  synchronized void say(String reference, String content) {
    long revision =
        Optional.ofNullable(states.get(reference))
            .map(state -> state.revision().orElse(0) + 1)
            .orElse(1L);
    Complaint complaint =
        new Complaint(
            new TrackingId(reference),
            "Lampu jalan padam",
            content,
            Optional.of(new Category("1398", "PENERANGAN JALAN")),
            Classification.UNKNOWN,
            "Website",
            new Visibility(Flag.FALSE, Flag.FALSE),
            Optional.of(Instant.parse("2026-11-02T01:30:00Z")),
            Optional.empty(),
            "Jalan Merdeka",
            Status.UNKNOWN,
            Optional.empty(),
            List.of(),
            SampleComplaints.REPORTER,
            List.of());
    states.put(
        reference, new PortalState(complaint, OptionalLong.of(revision), Optional.empty(), true));
  }

  @Override
  public synchronized PortalState complaint(TrackingId id) {
    return Optional.ofNullable(states.get(id.value()))
        .orElseThrow(() -> FarEndException.refused("there is no such complaint"));
  }

  @Override
  public synchronized Page changed(Optional<Instant> updatedSince, String place) {
    return new Page(new ArrayList<>(states.values()), List.of(), Optional.empty());
  }

  @Override
  public PortalState read(byte[] raw) {
    return complaint(new TrackingId(new String(raw, StandardCharsets.UTF_8)));
  }

  @Override
  public DeliveryResult publish(FollowUp followUp, List<PortalFile> files, IdempotencyKey key) {
    return new DeliveryResult.Accepted("");
  }

  @Override
  public Lookup find(FollowUp followUp, int confirmedTwins) {
    return new Lookup.Absent();
  }

  @Override
  public String twin(String content) {
    return content;
  }
}
