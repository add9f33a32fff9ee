package id.aduan.lapor.sync;

import id.aduan.lapor.store.Tx;
import java.time.Instant;

/** How far each source has been read. A cursor moves in the transaction of what was read (C5). */
public interface Cursors {
  /** The stored cursor; empty before the first reading. */
  String get(Tx tx, String name);

  void set(Tx tx, String name, String value, Instant now);
}
