package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was written into agencies' tickets and may be told back: the write ledger there (C13). */
public interface Echoes {
  /** What is known of the ticket of a leg; none where nothing was written that could come back. */
  Optional<Written> of(Tx tx, AgencyCode agency, Reference leg);

  /** Keeps it in the place of what was known of that leg. */
  void save(Tx tx, Written written);

  /**
   * What was written into the ticket of a leg.
   *
   * @param pieces at most {@link WrittenPieces#PIECES_MAX}
   * @param at when it was written last
   */
  record Written(AgencyCode agency, Reference leg, List<Piece> pieces, Instant at) {
    public Written {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * One text or status word.
   *
   * @param digest of what it says, in no form that could be read
   */
  record Piece(String digest, State state) {}

  /** Where a piece stands. Stored by name: a constant is never renamed. */
  enum State {
    /** It may come back. */
    WRITTEN,
    /** It came back: the next equal one is somebody else's. */
    ECHOED
  }
}
