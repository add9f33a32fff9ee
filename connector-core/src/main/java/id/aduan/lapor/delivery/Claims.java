package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outbox as the engine works on it: entries are claimed under a lease and an epoch, and an end
 * counts only under the epoch that it was claimed with (C17). Only the oldest unsettled entry of a
 * lane can be claimed (C8), so a parked entry holds its own lane and no other (C11).
 */
public interface Claims {
  /**
   * Claims due entries, oldest first, as far as the share allows. That they were begun is written
   * with the claim (C11).
   *
   * @param lease how long nobody else may claim them, unless it is renewed
   */
  List<Envelope> claim(Tx tx, String target, Share share, Instant now, Duration lease);

  /**
   * Records how an attempt ended.
   *
   * @return false if the entry was claimed again meanwhile: then nothing was written (C17)
   */
  boolean settle(Tx tx, Envelope envelope, Settlement settlement, Instant now);

  /**
   * Makes the leases of these claims last this long from now on, as far as they still count.
   *
   * @return those that do
   */
  List<Envelope> renew(Tx tx, Collection<Envelope> claimed, Instant now, Duration lease);

  /**
   * Gives up on claims whose lease ran out, and with it whoever was to record their end: what was
   * sent becomes uncertain, to be looked up from {@code lookUpAt} on; what was begun {@link
   * RetryPolicy#BEGUN_MAX} times without a recorded end is parked (C11).
   *
   * @return how many
   */
  int recover(Tx tx, Instant now, Instant lookUpAt);

  /** How many entries of each target are claimed, over all nodes; none where there are none. */
  Map<String, Integer> underWay(Tx tx);

  /** When the next entry of a target is due that this share allows, if any waits. */
  Optional<Instant> nextDue(Tx tx, String target, Share share);

  /** Since when the oldest entry has waited that nothing but its target holds up. */
  Optional<Instant> oldestWaiting(Tx tx, String target);
}
