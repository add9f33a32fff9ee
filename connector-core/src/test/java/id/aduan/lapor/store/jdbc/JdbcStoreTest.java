package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.failure.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JdbcStoreTest extends StoreRig {
  @Test
  void a_unit_that_fails_undoes_itself_and_not_its_neighbours() {
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int number = i;
      ends.add(
          store.submit(
              tx -> {
                boolean fresh =
                    store.outbox().enqueue(tx, entry("92000" + (10 + number), "dishub", "1"), NOW);
                if (number % 7 == 3) {
                  throw new IllegalStateException("poison");
                }
                return fresh;
              }));
    }

    for (int i = 0; i < 50; i++) {
      CompletableFuture<Boolean> end = ends.get(i);
      if (i % 7 == 3) {
        assertThatThrownBy(end::join)
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(IllegalStateException.class);
      } else {
        assertThat(end.join()).isTrue();
      }
    }
    assertThat(claim("dishub", 100, NOW)).hasSize(43);
  }

  @Test
  void an_effect_after_the_commit_does_not_happen_without_one() {
    List<String> effects = new ArrayList<>();

    CompletableFuture<Object> failed =
        store.submit(
            tx -> {
              tx.afterCommit(() -> effects.add("never"));
              throw new IllegalStateException("poison");
            });
    assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class);
    store.inTransaction(
        tx -> {
          tx.afterCommit(() -> effects.add("once"));
          return true;
        });

    assertThat(effects).containsExactly("once");
  }

  @Test
  @Tag("C22")
  @Timeout(60)
  void when_its_queue_is_full_the_store_refuses_and_keeps_what_it_had_taken() {
    CountDownLatch stuck = new CountDownLatch(1);
    List<CompletableFuture<Boolean>> taken = new ArrayList<>();
    taken.add(store.submit(tx -> hold(stuck)));
    CompletableFuture<Boolean> next = taken.get(0);
    while (!next.isCompletedExceptionally() && taken.size() < 100_000) {
      next = store.submit(tx -> true);
      taken.add(next);
    }
    taken.remove(taken.size() - 1);

    assertThatThrownBy(next::join)
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("units waiting; try later");
    assertThat(taken).hasSizeLessThan(10_000);
    stuck.countDown();
    assertThat(taken).allSatisfy(unit -> assertThat(unit.join()).isTrue());
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isTrue();
  }

  private static boolean hold(CountDownLatch stuck) {
    try {
      return stuck.await(50, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void reads_change_nothing() {
    assertThatThrownBy(
            () ->
                store.read(tx -> store.outbox().enqueue(tx, entry("9200001", "dishub", "1"), NOW)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void a_closed_store_refuses_work_and_lets_its_successor_in() {
    store.close();

    assertThatThrownBy(() -> enqueue(entry("9200001", "dishub", "1")))
        .isInstanceOf(StoreException.class);
    store = stores.open();
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isTrue();
  }
}
