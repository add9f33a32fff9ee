package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Store;
import id.aduan.lapor.store.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S22")
class HealthTest {
  private final AtomicBoolean routes = new AtomicBoolean(true);

  /** A store of which only the writing is asked for. */
  private static final class PlainStore implements Store {
    private final AtomicInteger writes = new AtomicInteger();
    private Optional<CompletableFuture<Boolean>> end =
        Optional.of(CompletableFuture.completedFuture(true));

    @Override
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
      writes.incrementAndGet();
      return (CompletableFuture<T>) end.orElseGet(CompletableFuture::new);
    }

    @Override
    public <T> T read(UnitOfWork<T> work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private Health of(PlainStore store) {
    FarEnd down = new FarEnd("dishub", FarEnd.State.DOWN, Optional.empty());
    return new Health(new StoreProbe(store, tx -> true), routes::get, () -> List.of(down));
  }

  @Test
  void itIsReadyThoughAFarEndIsDown() {
    Health.Ready ready = of(new PlainStore()).ready();

    assertThat(ready.ready()).isTrue();
    assertThat(ready.farEnds()).extracting(FarEnd::state).containsExactly(FarEnd.State.DOWN);
  }

  @Test
  void itIsNotReadyWhenTheStoreCannotKeepAnything() {
    PlainStore full = new PlainStore();
    full.end = Optional.of(CompletableFuture.failedFuture(new StoreException("the disk is full")));

    Health.Ready ready = of(full).ready();

    assertThat(ready.ready()).isFalse();
    assertThat(ready.store()).isEqualTo(FarEnd.State.DOWN);
  }

  @Test
  void aStoreThatHangsIsToldInTimeAndNotAskedAgain() {
    PlainStore hanging = new PlainStore();
    hanging.end = Optional.empty();
    Health health = of(hanging);

    for (int i = 0; i < 50; i++) {
      assertThat(health.ready().ready()).isFalse();
    }

    assertThat(hanging.writes).hasValue(1);
  }

  @Test
  void aStormOfProbesIsOneWriteASecond() {
    PlainStore store = new PlainStore();
    Health health = of(store);
    long begun = System.nanoTime();

    for (int i = 0; i < 10_000; i++) {
      assertThat(health.ready().ready()).isTrue();
    }

    long seconds = (System.nanoTime() - begun) / 1_000_000_000;
    assertThat(store.writes.get()).isBetween(1, (int) seconds + 2);
  }

  @Test
  void itIsNotReadyWhileARouteStandsStill() {
    routes.set(false);

    Health.Ready ready = of(new PlainStore()).ready();

    assertThat(ready.ready()).isFalse();
    assertThat(ready.routes()).isEqualTo(FarEnd.State.DOWN);
  }

  @Test
  @Tag("C19")
  void itIsNotReadyFromTheBeginningOfAStop() {
    Health health = of(new PlainStore());
    health.stopping();

    Health.Ready ready = health.ready();

    assertThat(ready.ready()).isFalse();
    assertThat(ready.process()).isEqualTo(Health.Phase.STOPPING);
    assertThat(health.live().process()).isEqualTo(FarEnd.State.UP);
  }
}
