package id.aduan.lapor.runner.check;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.runner.check.CallWatch.Seen;
import id.aduan.lapor.runner.check.CheckReport.FarEnd;
import id.aduan.lapor.runner.check.CheckReport.Step;
import id.aduan.lapor.runner.config.AgencyConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Tries the portal and every agency: the way there, a read with our credentials, and their clock.
 * Only reads: the first page of the portal's list, the first page of an agency's changes, or else a
 * look-up of a number that no complaint has. Ends within 90 s, whatever the far ends do.
 */
public final class FarEndChecks {
  private static final int AT_ONCE_MAX = 8;
  private static final Duration ALL_MAX = Duration.ofSeconds(90);

  /** What a webhook's time may be off. */
  private static final Duration SKEW_MAX = Duration.ofMinutes(5);

  private static final TrackingId NOBODYS = new TrackingId("00000");
  private final CallWatch watch;
  private final InstantSource time;

  public FarEndChecks(CallWatch watch, InstantSource time) {
    this.watch = watch;
    this.time = time;
  }

  /** A read that shows whether we are let in; the text tells what was read. */
  @FunctionalInterface
  private interface Reading {
    String read();
  }

  /**
   * Tries them all.
   *
   * @param portal made with the watched transport, as the configuration's adapters are
   */
  public CheckReport run(PortalReader portal, RunnerConfig config) {
    List<String> names = new ArrayList<>(List.of("portal"));
    List<Callable<FarEnd>> checks = new ArrayList<>();
    checks.add(() -> check("portal", () -> list(portal), true));
    for (AgencyConfig agency : config.agencies()) {
      String name = agency.code().value();
      names.add(name);
      checks.add(() -> check(name, () -> ask(agency.adapter()), false));
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE_MAX, FarEndChecks::daemon);
    try {
      List<Future<FarEnd>> ends = threads.invokeAll(checks, ALL_MAX.toSeconds(), TimeUnit.SECONDS);
      List<FarEnd> told = new ArrayList<>();
      for (int i = 0; i < ends.size(); i++) {
        told.add(end(names.get(i), ends.get(i)));
      }
      return new CheckReport(told.stream().allMatch(FarEnd::ok), told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CheckReport(false, List.of());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lapor-check");
    thread.setDaemon(true);
    return thread;
  }

  private static FarEnd end(String name, Future<FarEnd> check) throws InterruptedException {
    try {
      return check.get();
    } catch (CancellationException e) {
      return broken(name, "no end within " + ALL_MAX.toSeconds() + " s");
    } catch (ExecutionException e) {
      return broken(name, String.valueOf(e.getCause()).replaceFirst(":.*", ""));
    }
  }

  private static FarEnd broken(String name, String why) {
    return new FarEnd(name, "", false, 0, List.of(new Step("read", false, why)));
  }

  private FarEnd check(String name, Reading reading, boolean clockCounts) {
    Instant begin = time.instant();
    Step read = read(reading);
    Instant end = time.instant();
    Optional<Seen> seen = watch.take();
    boolean answered = seen.flatMap(Seen::status).isPresent();
    List<Step> steps = new ArrayList<>();
    seen.ifPresent(it -> steps.addAll(Connections.to(it.uri(), answered, end)));
    steps.add(read);
    seen.flatMap(it -> clock(it.date(), begin, end, clockCounts)).ifPresent(steps::add);
    return new FarEnd(
        name,
        seen.map(it -> it.uri().getAuthority()).orElse(""),
        steps.stream().allMatch(Step::ok),
        Duration.between(begin, end).toMillis(),
        steps);
  }

  private static Step read(Reading reading) {
    try {
      return new Step("read", true, reading.read());
    } catch (FarEndException e) {
      return new Step("read", false, e.code() + ": " + e.getMessage());
    }
  }

  private static String list(PortalReader portal) {
    if (!portal.lists()) {
      return portal.reads() ? nobodys(portal) : "nothing was tried: this wire only takes reports";
    }
    PortalReader.Page page = portal.changed(Optional.empty(), PortalReader.FIRST);
    return "the list's first page: %d complaints, %d unreadable"
        .formatted(page.states().size(), page.unreadable().size());
  }

  /** Where the portal lists nothing, one that lets us in says that there is no such complaint. */
  private static String nobodys(PortalReader portal) {
    try {
      portal.complaint(NOBODYS);
    } catch (FarEndException e) {
      if (!e.isAbsent()) {
        throw e;
      }
    }
    return "a complaint's number that nobody has";
  }

  private static String ask(AgencyAdapter adapter) {
    if (adapter.capabilities().contains(Capability.CHANGES)) {
      var page = adapter.changes("");
      return "changes, first page: %d, %d unreadable"
          .formatted(page.changes().size(), page.unreadable().size());
    }
    if (!adapter.capabilities().contains(Capability.FIND)) {
      return "nothing was tried: this system can only be written to";
    }
    Lookup lookup = adapter.find(Reference.of(NOBODYS));
    if (lookup instanceof Lookup.CannotTell trouble) {
      throw FarEndException.unreachable(trouble.detail());
    }
    return "a look-up of a number that no complaint has";
  }

  /** Our clock at the middle of the call against the far end's, which tells whole seconds. */
  private static Optional<Step> clock(String date, Instant begin, Instant end, boolean counts) {
    try {
      Instant theirs = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      Instant ours = begin.plus(Duration.between(begin, end).dividedBy(2));
      Duration skew = Duration.between(ours, theirs);
      boolean far = skew.abs().compareTo(SKEW_MAX) > 0;
      return Optional.of(
          new Step(
              "clock",
              !far || !counts,
              "%+d s against ours%s"
                  .formatted(
                      skew.toSeconds(),
                      far ? ": one of the two clocks is wrong (timedatectl)" : "")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
