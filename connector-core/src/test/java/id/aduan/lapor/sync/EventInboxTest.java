package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetState.Standing;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.Quarantine.Item;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventInboxTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final String SOURCE = "agency.dishub.webhook";

  @TempDir private Path dir;
  private JdbcStore store;
  private EventInbox inbox;

  @BeforeEach
  void open() {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    inbox = new EventInbox(new Reception(store, InstantSource.fixed(NOW), alert -> {}), "dishub");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Item event(String id) {
    return new Item(SOURCE, id, "{}".getBytes(StandardCharsets.UTF_8), NOW);
  }

  private CompletableFuture<Receipt> keep(String id) {
    return inbox.keep(event(id), Optional.empty(), tx -> {});
  }

  private void damage(String id) throws Exception {
    String url = "jdbc:sqlite:" + dir.resolve("lapor.db") + "?busy_timeout=5000";
    try (var connection = DriverManager.getConnection(url);
        var statement =
            connection.prepareStatement(
                "update lapor_inbox set content_hash = 'x' where event_id = ?")) {
      statement.setString(1, id);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  @Tag("C11")
  @Tag("C20")
  void an_event_whose_row_was_damaged_is_set_aside_once_under_another_id() throws Exception {
    Receipt lost = keep("e1").join();
    damage("e1");

    Receipt first = keep("e1").join();
    Receipt again = keep("e1").join();
    Receipt unusable = inbox.setAside(event("e1"), "payload.shape").join();

    assertThat(first.quarantined()).isTrue();
    assertThat(first.code()).isEqualTo("processing.failed");
    assertThat(first.reference()).isNotEqualTo(lost.reference());
    assertThat(again).isEqualTo(first);
    assertThat(unusable).isEqualTo(first);
    var kept = store.read(tx -> store.inbox().setAside(tx, first.reference()));
    assertThat(kept).isPresent();
  }

  @Test
  @Tag("C11")
  void an_event_whose_second_row_was_damaged_too_is_answered_all_the_same() throws Exception {
    keep("e1").join();
    damage("e1");
    Receipt first = keep("e1").join();
    damage("e1#" + first.contentHash().substring(0, 16));

    assertThat(keep("e1").join()).isEqualTo(first);
  }

  private static TargetState off() {
    Standing off = new Standing(Mode.OFF, NOW, "a person", "");
    return new TargetState("dishub", off, TargetState.unknown("dishub").spell(), 0, 0, Map.of());
  }

  @Test
  void who_is_switched_off_is_refused_and_has_nobody_else_run_anew() throws Exception {
    store.inTransaction(
        tx -> {
          store.targets().put(tx, off());
          return true;
        });
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    var unused =
        store.submit(
            tx -> {
              held.countDown();
              try {
                return start.await(50, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
              }
            });
    assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Integer> other = store.submit(tx -> runs.incrementAndGet());
    CompletableFuture<Receipt> refused = keep("e1");
    CompletableFuture<Receipt> refusedToo = inbox.setAside(event("e2"), "payload.shape");

    start.countDown();

    assertThatThrownBy(refused::join)
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("switched off");
    assertThatThrownBy(refusedToo::join).hasCauseInstanceOf(StoreException.class);
    assertThat(other.join()).isEqualTo(1);
    Optional<Receipt> kept = store.read(tx -> store.inbox().find(tx, SOURCE, "e1"));
    assertThat(kept).isEmpty();
  }
}
