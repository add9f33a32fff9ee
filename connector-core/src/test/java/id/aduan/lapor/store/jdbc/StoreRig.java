package id.aduan.lapor.store.jdbc;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for a store holds on every product: each test of a class runs on all of them. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestStores.Product.class)
abstract class StoreRig extends StoreBench {
  @Parameter TestStores.Product product = TestStores.Product.SQLITE;

  @Override
  final TestStores stores() {
    return product.in(dir);
  }
}
