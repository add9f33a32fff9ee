package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the portal told of its cases' logs and follow-ups, each entry once. */
public interface PortalEntries {
  /** What is known of a case's entries, in the order in which they came; one read. */
  List<Known> known(Tx tx, TrackingId complaint);

  /** Keeps an entry that is not among those known. */
  void add(Tx tx, TrackingId complaint, Known known, PortalEntry entry);

  /** A case's entries with what they say; one that is damaged is left out, and logged (C20). */
  List<Told> told(Tx tx, TrackingId complaint);

  /** The portal's id of an entry that proves that this answer of ours stands there (C13). */
  Optional<String> proof(Tx tx, IdempotencyKey answer);

  /** How many entries of the follow-ups say the same and are none of our answers. */
  int foreign(Tx tx, TrackingId complaint, String twin);

  /**
   * What is known of an entry without what it says.
   *
   * @param id the portal's, or its digest where it is none that can be kept
   * @param twin equal for texts that the portal could not tell apart; empty for none
   * @param echoOf the key of our answer that it is, or the other list's entry that it repeats;
   *     empty for what others said
   */
  record Known(
      PortalEntry.Origin origin,
      String id,
      PortalEntry.Kind kind,
      Instant seenAt,
      String twin,
      String echoOf) {
    private static final String OTHER_LIST = "entry:";

    /** What {@link #echoOf} is for one that the other list told already. */
    static String repeats(Known other) {
      return OTHER_LIST + other.origin + " " + other.id;
    }

    /** Whether it is an answer that we published. */
    public boolean isOurs() {
      return !echoOf.isEmpty() && !echoOf.startsWith(OTHER_LIST);
    }

    /** Whether the portal's other list tells the same. */
    public boolean isRepeated() {
      return echoOf.startsWith(OTHER_LIST);
    }
  }

  /** An entry with what it says. */
  record Told(Known known, PortalEntry entry) {}
}
