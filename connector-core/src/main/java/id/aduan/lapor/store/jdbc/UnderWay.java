package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.Envelope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows as this process has claimed them, so that whoever records an end need not read them again.
 * No more than a help: one that is not here, or stands in the table under another epoch, state or
 * hash, is read there. What has been damaged in the table meanwhile is overwritten, or found at the
 * next look by the hash, which is of the row as it was claimed (C20). Keeps so many rows of a few
 * kilobytes; safe for use by many threads.
 */
final class UnderWay {
  private static final int ROWS_MAX = 512;
  private static final int PAYLOAD_BYTES_MAX = 8_192;

  private final Map<Long, OutboxRow> rows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, OutboxRow> eldest) {
          return size() > ROWS_MAX;
        }
      };

  /** Keeps one, in place of an earlier claim of it. */
  synchronized void keep(OutboxRow row) {
    rows.remove(row.id());
    if (row.payload().length <= PAYLOAD_BYTES_MAX) {
      rows.put(row.id(), row);
    }
  }

  /** Hands out what was claimed so, if it is here; once. */
  synchronized Optional<OutboxRow> take(Envelope envelope) {
    return Optional.ofNullable(rows.remove(envelope.id()))
        .filter(row -> row.epoch() == envelope.epoch());
  }
}
