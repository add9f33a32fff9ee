package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for the coordinator (admin koordinator), of each kind once a case. Cases that an
 * agency gave back are not here but in {@link Returns}.
 */
public interface Waitings {
  /** The longest {@link Waiting#detail}. */
  int DETAIL_CHARACTERS_MAX = 300;

  /**
   * Keeps that a case waits. What waits already is not kept twice: its detail becomes this one. A
   * damaged row is replaced, and counts as new.
   *
   * @return whether it is new
   */
  boolean put(Tx tx, TrackingId complaint, Kind kind, String detail, Instant now);

  /**
   * Its ground is gone, or a person has dealt with it; put again, it waits anew. A damaged row
   * waits no more either, and stays damaged.
   *
   * @return whether it waited
   */
  boolean settle(Tx tx, TrackingId complaint, Kind kind, Instant now);

  /** What a case waits for, in the order in which it began to. */
  List<Waiting> of(Tx tx, TrackingId complaint);

  /** The oldest that wait, of one kind or of each. */
  List<Waiting> waiting(Tx tx, Optional<Kind> kind, int max);

  /** The same of those that this agency has, or is proposed for. */
  List<Waiting> waiting(Tx tx, Optional<Kind> kind, AgencyCode agency, int max);

  /** A detail as it is kept: not longer than {@link #DETAIL_CHARACTERS_MAX}. */
  static String cut(String detail) {
    return detail.substring(0, Math.min(detail.length(), DETAIL_CHARACTERS_MAX));
  }

  /** How many wait, by kind; a kind that nothing waits of has none. */
  Map<Kind, Long> counts(Tx tx);

  /** For what a case waits. Stored by name: a constant is never renamed. */
  enum Kind {
    /** No rule names an agency for it: it went to the default queue. */
    DEFAULT,
    /** It does not go out before a person says to whom. */
    CONFIRMATION,
    /** The portal has disposed it elsewhere than the rules, or a person, would have it. */
    DISAGREEMENT,
    /** The portal and an agency say different things of it; each owner's value stands (C13). */
    DIFFERENCE
  }

  /**
   * A case that waits.
   *
   * @param detail for what, in codes and numbers alone; of a confirmation as {@link Proposal} has
   *     it; empty where the row is damaged, so that nobody can tell
   */
  record Waiting(long id, TrackingId complaint, Kind kind, String detail, Instant since) {}
}
