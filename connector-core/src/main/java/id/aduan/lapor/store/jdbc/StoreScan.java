package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.audit.AuditTrail.Chain;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads every row of the store once. Pages of rows are read in transactions of their own, so that
 * the owner of the store can write and tidy up meanwhile; one row is in memory at a time.
 */
final class StoreScan {
  private static final int PAGE_ROWS = 500;
  private static final String AUDIT = "lapor_audit";
  private static final String DATABASE = "sqlite";

  /** The oldest unsettled row of each lane is its head, and no other. */
  private static final String WRONG_HEADS =
      "select id from lapor_outbox o where state not in (4, 6) and head <> (case when exists (select 1 from"
          + " lapor_outbox b where b.tracking_id = o.tracking_id and b.target = o.target and b.part = o.part"
          + " and b.state not in (4, 6) and b.id < o.id) then 0 else 1 end)";

  private final JdbcStore store;
  private final Database database;
  private final Sealer sealer;
  private final Consumer<StoreDamage> told;
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private long damages;

  StoreScan(JdbcStore store, Database database, Sealer sealer, Consumer<StoreDamage> told) {
    this.store = store;
    this.database = database;
    this.sealer = sealer;
    this.told = told;
  }

  StoreCheck run() {
    store.read(tx -> KeyCheck.hold(tx, sealer));
    database.selfCheckSql().forEach(check -> each(DATABASE, () -> selfCheck(check)));
    TableScan.all(sealer).forEach(this::table);
    each("lapor_outbox", this::heads);
    Chain audit = audit();
    rows.put(AUDIT, audit.entries());
    audit
        .firstBroken()
        .ifPresent(sequence -> tell(AUDIT, "" + sequence, "does not fit the chain before it"));
    return new StoreCheck(SqliteSchema.VERSION, rows, damages, audit);
  }

  /** What the database cannot read is told, and the rest is read all the same. */
  private void each(String table, Runnable check) {
    try {
      check.run();
    } catch (StoreException e) {
      tell(table, "", "cannot be read: " + e.getMessage());
    }
  }

  private Chain audit() {
    try {
      return store.read(store.audit()::chain);
    } catch (StoreException e) {
      tell(AUDIT, "", "cannot be read: " + e.getMessage());
      return new Chain(0, 0, "", OptionalLong.empty());
    }
  }

  /** The database's own words, which name tables and places and show no values. */
  private void selfCheck(String sql) {
    store.read(
        tx ->
            JdbcTx.of(tx)
                .each(
                    sql,
                    row -> {
                      if (!"ok".equals(row.getString(1))) {
                        tell(DATABASE, "", row.getString(1));
                      }
                    }));
  }

  private void table(TableScan scan) {
    Walk walk = new Walk(scan);
    each(
        scan.table(),
        () -> {
          while (walk.readPage() > 0) {
            // the walk remembers how far it came
          }
        });
    rows.put(scan.table(), walk.count);
  }

  /** Goes through one table. */
  private final class Walk {
    private final TableScan scan;
    private long place;
    private long count;

    Walk(TableScan scan) {
      this.scan = scan;
    }

    int readPage() {
      return store.read(
          tx ->
              JdbcTx.of(tx).each(scan.page(database.rowNumberSql()), this::row, place, PAGE_ROWS));
    }

    private void row(ResultSet row) throws SQLException {
      place = row.getLong(scan.placeIndex());
      count++;
      try {
        scan.check().check(row);
      } catch (RuntimeException e) {
        tell(scan.table(), row.getString(scan.placeIndex() + 1), what(e));
      }
    }
  }

  private static String what(RuntimeException failure) {
    if (failure instanceof CorruptRowException) {
      return "does not match its hash";
    }
    if (failure instanceof SealException) {
      return "its sealed column does not open";
    }
    if (failure instanceof TableScan.RowDamage damage) {
      return String.valueOf(damage.getMessage());
    }
    if (failure instanceof LaporException trouble) {
      throw trouble;
    }
    return "a value is none that this program writes";
  }

  private void heads() {
    store.read(
        tx ->
            JdbcTx.of(tx)
                .each(
                    WRONG_HEADS,
                    row ->
                        tell(
                            "lapor_outbox",
                            row.getString(1),
                            "its mark as the head of its lane is wrong")));
  }

  private void tell(String table, String row, String what) {
    damages++;
    told.accept(new StoreDamage(table, row, what));
  }
}
