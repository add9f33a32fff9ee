package id.aduan.lapor;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.sync.CatalogueDesk;
import id.aduan.lapor.sync.MappingCompiler;
import id.aduan.lapor.sync.MappingDesk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which mapping of a connector counts, and the look at what other nodes let count. */
final class MappingParts {
  /** How long another node's switch may go unnoticed. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(MappingParts.class);
  private final Mappings mappings;
  private final MappingDesk desk;
  private final CatalogueDesk categories;
  private final AtomicBoolean troubled = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "lapor-mapping");
            thread.setDaemon(true);
            return thread;
          });

  private MappingParts(Mappings mappings, MappingDesk desk, CatalogueDesk categories) {
    this.mappings = mappings;
    this.desk = desk;
    this.categories = categories;
  }

  static MappingParts of(Ingredients parts, InstantSource time, Consumer<Alert> alerts) {
    Mappings mappings = Mappings.of(parts.mapping());
    MappingCompiler compiler =
        new MappingCompiler(
            parts.store(),
            parts.agencies().keySet().stream().map(it -> it.value()).collect(Collectors.toSet()));
    MappingDesk desk =
        new MappingDesk(parts.store(), mappings, compiler, parts.mapping(), time, alerts);
    return new MappingParts(
        mappings, desk, new CatalogueDesk(parts.store(), time, alerts, () -> refit(desk)));
  }

  private static int refit(MappingDesk desk) {
    desk.reload();
    return desk.unfit().size();
  }

  Mappings mappings() {
    return mappings;
  }

  MappingDesk desk() {
    return desk;
  }

  CatalogueDesk categories() {
    return categories;
  }

  /** Every node looks for itself: what it decides by is in its own memory. */
  void begin() {
    desk.begin();
    long millis = LOOK_EVERY.toMillis();
    var unused = timer.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** While the store is away, that is told once. */
  private void look() {
    try {
      boolean unused = desk.takeUp();
      troubled.set(false);
    } catch (LaporException e) {
      if (!troubled.getAndSet(true)) {
        LOG.warn("no look for another mapping: {}; the next one tries again", e.getMessage());
      }
    } catch (RuntimeException | Error e) {
      LOG.error("the look for another mapping failed with {}", e.getClass().getName());
    }
  }

  void close() {
    timer.shutdownNow();
  }
}
