package id.aduan.lapor.archfixtures.sql.store.jdbc;

import java.sql.Connection;

/** SQL where it belongs. */
public final class GoodUsesSql {
  public static final Class<?> USES = Connection.class;

  private GoodUsesSql() {}
}
