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
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store of its own for each test, on whatever product. */
abstract class StoreBench {
  static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir Path dir;
  TestStores stores;
  JdbcStore store;

  abstract TestStores stores();

  @BeforeEach
  void openStore() {
    stores = stores();
    store = stores.open();
  }

  @AfterEach
  void closeStore() {
    store.close();
    stores.giveBack();
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

  /** Runs a statement past the store; it is written as SQLite reads it. */
  final int execute(String sql) throws Exception {
    try (Connection connection = stores.connect();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(stores.words(sql));
    }
  }

  /** Lets every lease end, by whichever clock it goes. */
  final void leasesRunOut() {
    int ended =
        store.inTransaction(
            tx ->
                JdbcTx.of(tx)
                    .update("update lapor_outbox set lease_until = 0 where state in (1, 5)"));
    assertThat(ended).isPositive();
  }
}
