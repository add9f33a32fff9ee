package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which files of cases which agencies have, or do not take. A damaged row is left out (C20). */
public interface FileDeliveries {
  /** Those of a case, by agency, leg, place and form. */
  List<FileDelivery> of(Tx tx, TrackingId complaint);

  /** One of them. */
  Optional<FileDelivery> find(
      Tx tx, AgencyCode agency, Reference leg, int place, FileDelivery.Form form);

  /** What an agency has of a leg, or is to get, but for one file. */
  Load load(Tx tx, AgencyCode agency, Reference leg, int exceptPlace, FileDelivery.Form exceptForm);

  /**
   * How much it is.
   *
   * @param bytes of the originals
   */
  record Load(int files, long bytes) {}

  /** Adds one, or replaces it by leg, agency, place and form. */
  void save(Tx tx, FileDelivery delivery);

  /** Those that agencies do not take, at most so many, the oldest first. */
  List<FileDelivery> refused(Tx tx, int max);

  /** How many each agency does not take, by its code; none for an agency that takes all. */
  Map<String, Long> refusedCounts(Tx tx);
}
