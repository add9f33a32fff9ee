package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.failure.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Callers that put entries into the outbox and come again with what was not confirmed, as a sender
 * of events does; and the account of it all.
 */
final class Load implements AutoCloseable {
  private static final int CALLERS = 4;
  private final JdbcStore store;
  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger(1_000_000);
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final List<CompletableFuture<Void>> callers = new ArrayList<>();

  Load(JdbcStore store) {
    this.store = store;
    for (int i = 0; i < CALLERS; i++) {
      callers.add(CompletableFuture.runAsync(this::call));
    }
  }

  private void call() {
    while (!stop.get()) {
      String complaint = Integer.toString(numbers.incrementAndGet());
      boolean kept = false;
      while (!kept && !stop.get()) {
        kept = tried(complaint);
      }
    }
  }

  private boolean tried(String complaint) {
    try {
      store.inTransaction(
          tx ->
              store
                  .outbox()
                  .enqueue(tx, StoreBench.entry(complaint, "dishub", "1"), StoreBench.NOW));
      confirmed.add(complaint);
      return true;
    } catch (StoreException e) {
      refused.incrementAndGet();
      return false;
    }
  }

  int confirmed() {
    return confirmed.size();
  }

  int refused() {
    return refused.get();
  }

  /** Nothing that was confirmed is missing, and nothing is there twice. */
  void assertNothingLostOrDoubled(DataSource source) throws Exception {
    close();
    List<String> rows = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select tracking_id from lapor_outbox")) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    assertThat(rows).doesNotHaveDuplicates().containsAll(confirmed);
    // One call of each caller may have ended unknown when the load did.
    assertThat(rows.size() - confirmed.size()).isLessThanOrEqualTo(CALLERS);
  }

  @Override
  public void close() {
    stop.set(true);
    callers.forEach(CompletableFuture::join);
  }
}
