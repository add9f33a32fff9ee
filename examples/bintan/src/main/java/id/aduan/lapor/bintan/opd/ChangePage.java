package id.aduan.lapor.bintan.opd;

import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.bintan.desk.Ledger;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of one unit's entries.
 *
 * @param lastId where the next page starts; moves on past other units' entries too
 */
record ChangePage(List<Entry> entries, long lastId, boolean hasMore) {
  private static final int SCAN = 500;

  static ChangePage read(Ledger ledger, String unit, long afterId, int limit) {
    var found = new ArrayList<Entry>();
    long lastId = afterId;
    while (true) {
      var batch = ledger.entriesAfter(lastId, SCAN);
      if (batch.isEmpty()) {
        return new ChangePage(List.copyOf(found), lastId, false);
      }
      for (var entry : batch) {
        if (entry.unit().equals(unit)) {
          if (found.size() == limit) {
            return new ChangePage(List.copyOf(found), lastId, true);
          }
          found.add(entry);
        }
        lastId = entry.id();
      }
    }
  }
}
