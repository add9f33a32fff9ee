package id.aduan.lapor.store.jdbc;

import java.nio.file.Path;

/** What a store in a file does on top of what all stores do. */
abstract class SqliteRig extends StoreBench {
  @Override
  final TestStores stores() {
    return TestStores.Product.SQLITE.in(dir);
  }

  final Path file() {
    return dir.resolve("lapor.db");
  }

  final int pagesMax(int pages) {
    return store.inTransaction(
        tx ->
            JdbcTx.of(tx)
                .first("pragma max_page_count = " + pages, row -> row.getInt(1))
                .orElseThrow());
  }
}
