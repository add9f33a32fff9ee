package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;

/** Is told that an agency's liaison officer was sent word of a case that is new to it (SOP-03). */
@FunctionalInterface
public interface Sent {
  /** For whom nobody waits. */
  Sent NOBODY = (tx, complaint, agency, at) -> {};

  /**
   * In the transaction that records the sending; once per way, so it may come more than once for a
   * case.
   */
  void sent(Tx tx, TrackingId complaint, AgencyCode agency, Instant at);
}
