package id.aduan.lapor.archfixtures.sql.delivery;

import javax.sql.DataSource;

/** Planted: SQL outside of its store. */
public final class BadUsesDataSource {
  public static final Class<?> USES = DataSource.class;

  private BadUsesDataSource() {}
}
