package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store on a file of its own. */
abstract class StoreRig {
  static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir Path dir;
  JdbcStore store;

  @BeforeEach
  void openStore() {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static NewEntry entry(String complaint, String target, String version) {
    Lane lane = new Lane(new TrackingId(complaint), target);
    return new NewEntry(
        lane,
        "open",
        IdempotencyKey.of(lane, "open", version),
        ("payload " + version).getBytes(StandardCharsets.UTF_8),
        "twin");
  }

  final boolean enqueue(NewEntry entry) {
    return store.inTransaction(tx -> store.outbox().enqueue(tx, entry, NOW));
  }

  final List<Envelope> claim(String target, int max, Instant now) {
    return store.inTransaction(tx -> store.claims().claim(tx, target, share(max), now, LEASE));
  }

  static Share share(int max) {
    return new Share(max, max, false, false, Instant.MAX);
  }

  final boolean settle(Envelope envelope, State next) {
    Settlement settlement = new Settlement(next, NOW, 1, 0, false, "TKT-1", "", "");
    return store.inTransaction(tx -> store.claims().settle(tx, envelope, settlement, NOW));
  }

  final List<String> parkedCodes() {
    return store.read(tx -> store.outboxView().parked(tx, 10)).stream()
        .map(OutboxView.Row::code)
        .toList();
  }

  final void tamper(String sql) throws Exception {
    assertThat(execute(sql)).isPositive();
  }

  final int execute(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 5000");
      return statement.executeUpdate(sql);
    }
  }

  final int pagesMax(int pages) {
    return store.inTransaction(
        tx ->
            JdbcTx.of(tx)
                .first("pragma max_page_count = " + pages, row -> row.getInt(1))
                .orElseThrow());
  }
}
