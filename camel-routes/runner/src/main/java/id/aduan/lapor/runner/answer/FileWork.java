package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;

/** What a person may do with files of complaints. Safe for use by many threads. */
public interface FileWork {
  /** Asks anew for what was lost or refused, and sends anew what agencies did not take. */
  FileOrder.Result retry(TrackingId id, FileOrder order);

  /** Lets go what is held back. */
  FileOrder.Result release(TrackingId id, FileOrder order);

  /** Notes that originals are taken out of here (PSE-01). */
  FileOrder.Result taken(TrackingId id, FileOrder order);
}
