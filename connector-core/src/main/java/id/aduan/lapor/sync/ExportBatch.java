package id.aduan.lapor.sync;

import id.aduan.lapor.portal.PortalExport.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers rows, and hands them on so many at a time. Not safe for use by many threads. */
final class ExportBatch {
  private final int rowsMax;
  private final Consumer<List<Told>> full;
  private final List<Told> rows = new ArrayList<>();

  ExportBatch(int rowsMax, Consumer<List<Told>> full) {
    this.rowsMax = rowsMax;
    this.full = full;
  }

  void add(Told row) {
    rows.add(row);
    if (rows.size() >= rowsMax) {
      flush();
    }
  }

  void flush() {
    if (!rows.isEmpty()) {
      full.accept(List.copyOf(rows));
      rows.clear();
    }
  }
}
