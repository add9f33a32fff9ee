package id.aduan.lapor.store.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A host's DataSource that counts, and fails as it is told. */
final class CountingSource implements DataSource {
  /** How a connection is given. */
  interface Giving {
    @Nullable Connection connection() throws SQLException;
  }

  final AtomicInteger asked = new AtomicInteger();
  volatile Giving giving;

  CountingSource(DataSource real) {
    this.giving = real::getConnection;
  }

  @Override
  @SuppressWarnings("NullAway") // the fault
  public Connection getConnection() throws SQLException {
    asked.incrementAndGet();
    return giving.connection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
