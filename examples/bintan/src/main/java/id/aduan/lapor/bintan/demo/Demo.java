package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.audit.AuditTrail.NumberedEntry;
import id.aduan.lapor.bintan.demo.Reckoning.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The whole story: a world of three far ends in this process, the connector in another, complaints
 * filed one after the other, officers who answer, and a reckoning at the end.
 */
public final class Demo {
  private static final Duration KILL_TAKES = Duration.ofSeconds(3);
  private static final Duration BETWEEN_COMPLAINTS = Duration.ofMillis(120);
  private final DemoOptions options;
  private final Timeline timeline;
  private long told;

  public Demo(DemoOptions options, PrintStream out) {
    this.options = options;
    this.timeline = new Timeline(out);
  }

  /**
   * Runs the demo in a folder of its own.
   *
   * @param shipped the configuration of Kabupaten Bintan
   * @return what the reckoning found
   * @throws IOException when a port is taken, or the connector does not start; the message says
   *     which
   */
  public Result run(Path folderPath, Path shipped, Ports ports)
      throws IOException, InterruptedException {
    DemoFolder folder = DemoFolder.fresh(folderPath);
    Secrets secrets = Secrets.random(new SecureRandom());
    secrets.writeTo(folder.secrets());
    Path configuration = folder.configuration(shipped, ports);
    try (World world = World.open(folder, ports, secrets, options);
        Keeper connector = Keeper.start(configuration, folder.connectorLog(), ports.connector());
        StoreView store = new StoreView(folder.store())) {
      introduce(world, connector, configuration);
      return play(new Observer(world, store), connector);
    }
  }

  private void introduce(World world, Keeper connector, Path configuration) {
    timeline.say("portal (warga)        " + world.portal().pageUri());
    timeline.say("OPD (petugas)         " + world.opd().baseUri() + "/petugas");
    timeline.say("pertanahan (petugas)  " + world.landOffice().baseUri() + "/loket");
    timeline.say("konektor              proses " + connector.pid() + ", " + configuration);
    timeline.say("");
  }

  private Result play(Observer observer, Keeper connector)
      throws IOException, InterruptedException {
    World world = observer.world();
    listen(world);
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    try {
      every(clock, Duration.ofMillis(100), () -> tellNews(observer.store()));
      world.officers().start();
      Citizens citizens = new Citizens(world.portal(), options);
      every(clock, pace(), citizens::fileInTurn);
      new Killer(citizens, observer.store(), connector, timeline)
          .kill(options.kills(), options.seed());
      citizens.awaitLast();
      CountDownLatch quiet = new CountDownLatch(1);
      every(clock, Duration.ofMillis(200), () -> openIf(quiet, observer.isQuiet()));
      boolean arrived = quiet.await(options.patience().toSeconds(), TimeUnit.SECONDS);
      if (!options.once()) {
        timeline.say("");
        timeline.say(observer.reckon().summary());
        timeline.say("Silakan coba halaman-halaman di atas; Ctrl-C mengakhiri.");
        new CountDownLatch(1).await();
      }
      if (!arrived) {
        timeline.say("not everything arrived within " + options.patience());
      }
    } finally {
      clock.shutdown();
      if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    }
    tellNews(observer.store());
    return concluded(observer.reckon());
  }

  private Result concluded(Result result) {
    result.lostOnes().forEach(lost -> timeline.say("lost: " + lost));
    result.doubledOnes().forEach(doubled -> timeline.say("duplicated: " + doubled));
    timeline.say("");
    timeline.say(result.summary());
    return result;
  }

  /** Complaints keep coming while the connector is killed and starts again. */
  private Duration pace() {
    long perComplaint = KILL_TAKES.toMillis() * options.kills() / Math.max(1, options.complaints());
    return BETWEEN_COMPLAINTS.plusMillis(perComplaint);
  }

  private static void openIf(CountDownLatch latch, boolean condition) {
    if (condition) {
      latch.countDown();
    }
  }

  /** Again and again; a failure is told, and does not end the schedule. */
  private void every(ScheduledExecutorService clock, Duration pause, Runnable task) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            timeline.note("demo: " + e.getMessage());
          }
        };
    var unused = clock.scheduleWithFixedDelay(guarded, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void listen(World world) {
    world.portal().listener(timeline::tell);
    world.opd().listen(timeline::tell);
    world.landOffice().listen(timeline::tell);
  }

  private synchronized void tellNews(StoreView store) {
    for (NumberedEntry numbered : store.auditAfter(told)) {
      timeline.tell(numbered.entry());
      told = numbered.sequence();
    }
    timeline.printUntil(InstantSource.system().instant().minus(Timeline.DELAY));
  }
}
