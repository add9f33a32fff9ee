package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers of agencies that wait for a person before they go to the portal (D13). */
public interface Replies {
  /** Keeps an answer; one of a change that is kept already changes nothing. */
  void add(Tx tx, FollowUp answer, Instant now);

  /** The oldest that wait; nothing of what they say. */
  List<Waiting> waiting(Tx tx, int max);

  /** How many wait, and since when the oldest does. */
  Count count(Tx tx);

  /** The answer of this number, decided or not. */
  Optional<Held> find(Tx tx, long id);

  /** Keeps files that a person put to an answer which goes on waiting. */
  void enclose(Tx tx, Held held, FollowUp answer);

  /** Keeps what was decided, and the words that it was decided in. */
  void decide(Tx tx, Held held, State state, FollowUp answer, Instant now);

  /** Whether a person let the answer of this change go. */
  boolean isApproved(Tx tx, AgencyCode agency, String change);

  /** What became of an answer. Stored by name. */
  enum State {
    WAITING,
    APPROVED,
    REJECTED
  }

  /** An answer that waits, without its words. */
  record Waiting(long id, TrackingId complaint, AgencyCode agency, Instant since) {}

  /** How many wait. */
  record Count(long entries, Optional<Instant> oldest) {}

  /** An answer with its words. */
  record Held(long id, State state, Instant madeAt, FollowUp followUp) {}
}
