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

  /** The stored cursor; empty before the first reading. */
  String get(Tx tx, String name);

  /** Those of all sources, by name. */
  List<Position> all(Tx tx);

  void set(Tx tx, String name, String value, Instant now);

  /** How far one source has been read, and when it last got further. */
  record Position(String name, String value, Instant movedAt) {}
}
