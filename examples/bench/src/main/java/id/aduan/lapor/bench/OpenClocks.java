package id.aduan.lapor.bench;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.DeadlineSweep;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Recount;
import id.aduan.lapor.sync.Timekeeper;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** A SQLite store with many open clocks, none of which is due. */
final class OpenClocks implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final int CASES_PER_COMMIT = 1000;
  private static final long FIRST_ID = 10_000_000;
  private static final AgencyCode AGENCY = new AgencyCode("dishub");

  private final JdbcStore store;
  private final Deadlines deadlines = Deadlines.national();
  private long clocks;
  private long cases;

  OpenClocks(Path folder) {
    store = JdbcStore.sqlite(folder.resolve("lapor.db"));
  }

  /** Adds cases that came just now until so many clocks are open. */
  void fill(long atLeast) {
    Clockwork clockwork = new Clockwork(deadlines.rules(), deadlines.offices(), deadlines.steps());
    while (clocks < atLeast) {
      clocks +=
          store.inTransaction(
              tx -> {
                long open = 0;
                for (int i = 0; i < CASES_PER_COMMIT; i++) {
                  CaseClocks next = received(clockwork, cases + i);
                  open += next.clocks().stream().filter(clock -> clock.state().isOpen()).count();
                  store.clocks().save(tx, next);
                }
                return open;
              });
      cases += CASES_PER_COMMIT;
    }
  }

  private static CaseClocks received(Clockwork clockwork, long number) {
    return clockwork.compute(
        new TrackingId(Long.toString(FIRST_ID + number)),
        new CaseFacts(
            Classification.Kind.ORDINARY_COMPLAINT, Visibility.UNKNOWN, Optional.of(AGENCY)),
        List.of(
            Occurrence.of(CaseEvent.RECEIVED, NOW.minusSeconds(number % 3600)),
            Occurrence.of(CaseEvent.ARRIVED, NOW),
            Occurrence.of(CaseEvent.ROUTED, NOW, AGENCY)),
        List.of());
  }

  long clocks() {
    return clocks;
  }

  /** Milliseconds of a sweep with nothing due, the median of so many. */
  double sweepMillis(int times) {
    DeadlineSweep sweep =
        new DeadlineSweep(
            store,
            deadlines,
            new Timekeeper(store, deadlines),
            new CaseNotices(store, deadlines, Notifications.NONE, target -> {}),
            () -> NOW);
    double[] millis = new double[times];
    for (int i = 0; i < 2 * times; i++) {
      long begin = System.nanoTime();
      int given = sweep.run(() -> false);
      millis[i % times] = (System.nanoTime() - begin) / 1e6;
      if (given > 0) {
        throw new IllegalStateException("something was due");
      }
    }
    Arrays.sort(millis);
    return millis[times / 2];
  }

  /** What a recount took, and how long other units of work waited for their commit meanwhile. */
  record Recounted(double seconds, double p99Millis, double longestMillis, int moved) {}

  /** Counts all open clocks by a calendar with one day off more. */
  Recounted recount(Path folder) {
    Deadlines changed = withOneDayMore(folder);
    Recount recount =
        new Recount(store, changed, new Timekeeper(store, changed), () -> NOW.plusSeconds(60));
    long begin = System.nanoTime();
    CompletableFuture<Void> done = CompletableFuture.runAsync(() -> recount.run(() -> false));
    Histogram waits = new Histogram(3);
    while (!done.isDone()) {
      long asked = System.nanoTime();
      boolean unused = store.inTransaction(tx -> true);
      waits.recordValue(System.nanoTime() - asked);
    }
    done.join();
    double seconds = (System.nanoTime() - begin) / 1e9;
    int moved =
        store.read(tx -> store.clocks().moved(tx, Optional.empty(), Integer.MAX_VALUE)).size();
    return new Recounted(
        seconds, waits.getValueAtPercentile(99) / 1e6, waits.getMaxValue() / 1e6, moved);
  }

  private static Deadlines withOneDayMore(Path folder) {
    Problems problems = new Problems();
    var section =
        YamlFile.parse(
            "bench",
            "daysOff: [{day: 2026-12-02, name: bench}]".getBytes(StandardCharsets.UTF_8),
            problems);
    Offices offices =
        new Offices(
            CalendarSettings.national()
                .with(section, folder, problems, new ArrayList<>())
                .office(AgencyKind.OTHER),
            Map.of());
    problems.throwIfAny();
    Deadlines national = Deadlines.national();
    return new Deadlines(national.rules(), offices, national.steps());
  }

  @Override
  public void close() {
    store.close();
  }
}
