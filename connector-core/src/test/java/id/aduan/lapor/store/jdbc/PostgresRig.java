package id.aduan.lapor.store.jdbc;

/** What a store in PostgreSQL does on top of what all stores do. */
abstract class PostgresRig extends StoreBench {
  @Override
  final TestStores stores() {
    return TestStores.Product.POSTGRESQL.in(dir);
  }
}
