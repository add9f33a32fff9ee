package id.aduan.lapor.runner.answer;

/**
 * What may be done with reports of local systems, wherever it is asked for: of the store, or of the
 * process that owns it. Each act is one transaction. Safe for use by many threads.
 */
public interface FilingWork {
  /** Takes a report; the same again is the same. */
  FilingResult file(HandedIn report);

  /** Lets go the step of a report that waits for a person. */
  ParkedResult resolve(long id, FilingOrder order);
}
