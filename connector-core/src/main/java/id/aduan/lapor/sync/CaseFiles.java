package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of cases: where each comes from and how far it is. Their bytes lie elsewhere. A damaged
 * row is named in the log, left out, and hides no other (C20).
 */
public interface CaseFiles {
  /** The files of a case, by their place. */
  List<CaseFile> of(Tx tx, TrackingId complaint);

  /** One of them. */
  Optional<CaseFile> find(Tx tx, TrackingId complaint, int place);

  /** The last place that is taken, by a damaged row too; 0 for a case without files. */
  int lastPlace(Tx tx, TrackingId complaint);

  /**
   * Adds a file.
   *
   * @return false for a place or an address that the case has already; nothing changes then
   */
  boolean add(Tx tx, CaseFile file);

  /** Notes how far a file is that was added. */
  void save(Tx tx, CaseFile file);

  /** Those in a state that waits for somebody, at most so many, the oldest first. */
  List<CaseFile> in(Tx tx, State state, int max);

  /** The files behind one, in the order in which they were added, at most so many. */
  Page after(Tx tx, long number, int max);

  /**
   * Some of the files.
   *
   * @param last the number of the last one that was read, a damaged one too
   * @param isLast whether there are none behind it
   */
  record Page(List<CaseFile> files, long last, boolean isLast) {}

  /** What became of them at agencies. */
  FileDeliveries deliveries();

  /** How many there are of each state that waits: for the portal or for a person. */
  Map<State, Long> counts(Tx tx);

  /** How many originals are kept, and how large they are together. */
  Kept kept(Tx tx);

  /** How much it is; the same bytes count once for each file that has them. */
  record Kept(long files, long bytes) {}
}
