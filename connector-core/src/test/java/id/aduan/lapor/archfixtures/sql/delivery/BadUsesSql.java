package id.aduan.lapor.archfixtures.sql.delivery;

import java.sql.Connection;

/** Planted: SQL outside of its store. */
public final class BadUsesSql {
  public static final Class<?> USES = Connection.class;

  private BadUsesSql() {}
}
