package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Units of work that share a transaction. */
@Timeout(60)
class GroupTest extends StoreRig {
  private final CountDownLatch start = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);

  /** Keeps the writer busy, so that what is submitted before {@link #start} is one group. */
  private void hold() throws Exception {
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
  }

  private CompletableFuture<Boolean> submit(UnitOfWork<Boolean> work) {
    return store.submit(work);
  }

  @Test
  void units_that_are_run_anew_for_another_ones_fault_take_effect_once() throws Exception {
    hold();
    AtomicInteger runs = new AtomicInteger();
    List<String> effects = new ArrayList<>();
    CompletableFuture<Boolean> good =
        submit(
            tx -> {
              runs.incrementAndGet();
              tx.afterCommit(() -> effects.add("woken"));
              store.audit().append(tx, new AuditEntry(NOW, "engine", Action.RECEIVED, "1", "one"));
              return store.outbox().enqueue(tx, entry("9200001", "dishub", "1"), NOW);
            });
    CompletableFuture<Boolean> bad =
        submit(
            tx -> {
              tx.afterCommit(() -> effects.add("never"));
              store.audit().append(tx, new AuditEntry(NOW, "engine", Action.RECEIVED, "2", "two"));
              throw new IllegalStateException("poison");
            });
    CompletableFuture<Boolean> last =
        submit(
            tx -> {
              store
                  .audit()
                  .append(tx, new AuditEntry(NOW, "engine", Action.RECEIVED, "3", "three"));
              return true;
            });

    start.countDown();

    assertThat(good.join()).isTrue();
    assertThat(last.join()).isTrue();
    assertThatThrownBy(bad::join).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(runs).hasValue(2);
    assertThat(effects).containsExactly("woken");
    var chain = store.read(store.audit()::chain);
    assertThat(chain.entries()).isEqualTo(2);
    assertThat(chain.firstBroken()).isEmpty();
  }

  @Test
  @Tag("C3")
  void an_event_that_comes_twice_in_one_group_is_kept_once() throws Exception {
    hold();
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String reference = "in-" + i;
      ends.add(
          submit(
              tx -> {
                if (store.inbox().find(tx, "portal.webhook", "e1").isPresent()) {
                  return false;
                }
                Receipt receipt = new Receipt(reference, false, "", "hash");
                store
                    .inbox()
                    .add(
                        tx,
                        new Arrival(
                            "portal.webhook",
                            "e1",
                            NOW,
                            new byte[] {1},
                            "hash",
                            receipt,
                            Optional.of(new TrackingId("9200001"))));
                return true;
              }));
    }

    start.countDown();

    assertThat(ends).extracting(CompletableFuture::join).containsExactly(true, false);
    var found = store.read(tx -> store.inbox().byReference(tx, "portal.webhook", "in-0"));
    assertThat(found).isPresent();
  }

  @Test
  void a_row_that_a_group_writes_twice_holds_what_was_written_last() throws Exception {
    hold();
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    for (String value : List.of("1", "2", "3")) {
      ends.add(
          submit(
              tx -> {
                store.cursors().set(tx, "portal", value, NOW);
                return true;
              }));
    }
    CompletableFuture<String> seen = store.submit(tx -> store.cursors().get(tx, "portal"));

    start.countDown();

    assertThat(ends).allSatisfy(end -> assertThat(end.join()).isTrue());
    assertThat(seen.join()).isEqualTo("3");
    String kept = store.read(tx -> store.cursors().get(tx, "portal"));
    assertThat(kept).isEqualTo("3");
  }

  @Test
  void a_queued_write_that_cannot_be_kept_fails_its_own_unit_alone() throws Exception {
    hold();
    CompletableFuture<Boolean> first = submit(tx -> audited(tx, "one"));
    CompletableFuture<Boolean> wrong =
        submit(
            tx -> {
              JdbcTx.of(tx)
                  .queue(
                      "insert into lapor_audit (seq, at, actor, action, subject, detail, hash)"
                          + " values (?,?,?,?,?,?,?)",
                      1L,
                      1L,
                      "a",
                      "b",
                      "c",
                      "d",
                      new byte[32]);
              return true;
            });
    CompletableFuture<Boolean> last = submit(tx -> audited(tx, "two"));

    start.countDown();

    assertThat(first.join()).isTrue();
    assertThat(last.join()).isTrue();
    assertThatThrownBy(wrong::join).isNotNull();
    var chain = store.read(store.audit()::chain);
    assertThat(chain.entries()).isEqualTo(2);
    assertThat(chain.firstBroken()).isEmpty();
  }

  @Test
  void an_effect_that_fails_badly_keeps_nobody_from_being_told() throws Exception {
    hold();
    List<String> effects = new ArrayList<>();
    CompletableFuture<Boolean> bad =
        submit(
            tx -> {
              tx.afterCommit(
                  () -> {
                    effects.add("bad");
                    throw new NoClassDefFoundError("of the host");
                  });
              tx.afterCommit(() -> effects.add("next"));
              return true;
            });
    CompletableFuture<Boolean> good = submit(tx -> audited(tx, "one"));

    start.countDown();

    assertThat(bad.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(good.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(effects).containsExactly("bad", "next");
  }

  /** None of the kinds that a driver takes; where it is taken as a text, it has none. */
  private static final class Unbindable {
    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }

  @Test
  @Tag("C15")
  void a_batch_that_was_cut_short_leaves_nothing_to_the_next() {
    assertThatThrownBy(() -> store.inTransaction(tx -> queued(tx, "undone", new Unbindable())))
        .isNotNull();

    assertThat(store.<Boolean>inTransaction(tx -> queued(tx, "a", "1"))).isTrue();

    List<String> names =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .list("select name from lapor_cursor order by name", row -> row.getString(1)));
    assertThat(names).contains("a", "a, too").noneMatch(name -> name.startsWith("undone"));
  }

  private static boolean queued(Tx tx, String name, Object secondValue) {
    String sql = "insert into lapor_cursor (name, value, moved_at) values (?,?,?)";
    JdbcTx.of(tx).queue(sql, name, "1", 1L);
    JdbcTx.of(tx).queue(sql, name + ", too", secondValue, 1L);
    return true;
  }

  private boolean audited(Tx tx, String detail) {
    store.audit().append(tx, new AuditEntry(NOW, "engine", Action.RECEIVED, "1", detail));
    return true;
  }
}
