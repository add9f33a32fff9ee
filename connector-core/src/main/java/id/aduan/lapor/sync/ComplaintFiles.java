package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;

/** Takes note of the files that the portal names for a case. */
public interface ComplaintFiles {
  /** For a host that fetches no files: only their addresses are known. */
  ComplaintFiles NONE = (tx, complaint, attachments, now) -> {};

  /** Notes those that the case does not have yet, and has them fetched. */
  void told(Tx tx, TrackingId complaint, List<Attachment> attachments, Instant now);

  /** A case that the portal did not have any more is there again. */
  default void back(Tx tx, TrackingId complaint, Instant now) {}
}
