package id.aduan.lapor.deadline;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Optional;

/**
 * The calendars and rules that something was counted by, kept by their versions, so that a date can
 * be explained by what was in force when it was computed.
 */
public interface Bases {
  /** Keeps one, unless it is kept already. */
  void keep(Tx tx, String version, byte[] document, Instant now);

  Optional<byte[]> find(Tx tx, String version);
}
