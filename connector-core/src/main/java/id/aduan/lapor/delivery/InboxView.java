package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inbox as people look at it: what was set aside, without its bytes. */
public interface InboxView {
  /** What was set aside, oldest first. The filter's target is the sender. */
  List<SetAside> setAside(Tx tx, ParkedFilter filter, int max);

  /** What was set aside under this reference. */
  Optional<SetAside> setAside(Tx tx, String reference);

  /** How many there are, and since when. */
  Waiting waiting(Tx tx);

  /** How many events were acknowledged and are yet to be applied, and since when. */
  Waiting pending(Tx tx);

  /**
   * What was set aside and still waits, or is yet to be applied.
   *
   * @param oldest empty if nothing does
   */
  record Waiting(long entries, Optional<Instant> oldest) {}

  /**
   * Something that arrived and could not be used. As stored: a damaged row shows what it holds.
   *
   * @param source who told it, and how: {@code portal.webhook}, {@code portal.list}, {@code
   *     agency.<code>}
   * @param bytes the size of what is kept, sealed
   * @param contentHash SHA-256 of what arrived, for comparing with what the sender has
   */
  record SetAside(
      String reference,
      String source,
      String eventId,
      Instant receivedAt,
      String code,
      long bytes,
      String contentHash) {}
}
