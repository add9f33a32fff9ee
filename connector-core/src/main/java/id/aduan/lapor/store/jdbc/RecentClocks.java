package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.deadline.CaseClocks;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The clocks that were written or read last, by the hash of their row, which is over all that they
 * are: what a row with that hash says is known without reading its JSON, whoever wrote it and
 * whether or not the transaction was kept. Safe for use by many threads.
 */
final class RecentClocks {
  /** A case's clocks are some kilobytes. */
  static final int CASES_MAX = 500;

  private final Map<ByteBuffer, CaseClocks> byHash =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, CaseClocks> eldest) {
          return size() > CASES_MAX;
        }
      };

  synchronized Optional<CaseClocks> find(byte[] hash) {
    return Optional.ofNullable(byHash.get(ByteBuffer.wrap(hash)));
  }

  synchronized void put(byte[] hash, CaseClocks clocks) {
    byHash.put(ByteBuffer.wrap(hash), clocks);
  }
}
