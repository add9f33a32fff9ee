package id.aduan.lapor.sync;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;

/** How far each source has been read. A cursor moves in the transaction of what was read (C5). */
public interface Cursors {
  /**
   * Belongs to no source: it is set to prove that the store can be written, and is not among {@link
   * #all}.
   */
  String PROBE = "store.probe";

  /** Belongs to no source: how far clocks were begun of cases that had none. Not among all. */
  String UNTIMED = "deadlines.untimed";

  /** Belongs to no source: when the list was last read of which nothing was missed. */
  String LIST_WHOLE = "portal.list.whole";

  /** Belongs to no source: how late an item of the list has appeared; see {@link Lateness}. */
  String LIST_LATE = "portal.list.late";

  /** Belongs to no source: when a complaint was last read by its number. */
  String DETAIL = "portal.detail";

  /** Belongs to no source: how many readings in a row have found no complaint. Not among all. */
  String ABSENCES = "portal.absences";

  /** Belongs to no source: when a witness was last asked for. Not among all. */
  String WITNESS = "portal.witness";

  /** Belongs to no source: up to which case the last comparison asked. Not among all. */
  String COMPARED = "portal.compared";

  /** Belongs to no source: what the last comparison with the portal came to. */
  String RECONCILED = "portal.reconciled";

  /** The stored cursor; empty before the first reading. */
  String get(Tx tx, String name);

  /** Those of all sources, by name. */
  List<Position> all(Tx tx);

  void set(Tx tx, String name, String value, Instant now);

  /** How far one source has been read, and when it last got further. */
  record Position(String name, String value, Instant movedAt) {}
}
