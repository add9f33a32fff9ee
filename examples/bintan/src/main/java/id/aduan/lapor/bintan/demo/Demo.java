package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.audit.AuditTrail.NumberedEntry;
import id.aduan.lapor.bintan.demo.Reckoning.Answer;
import id.aduan.lapor.bintan.demo.Reckoning.Result;
import id.aduan.lapor.bintan.demo.Reckoning.Seen;
import id.aduan.lapor.bintan.demo.Reckoning.Ticket;
import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Category;
import id.aduan.lapor.simulator.OfferedComplaint;
import id.aduan.lapor.simulator.generate.ComplaintGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The whole story: a world of three far ends in this process, the connector in another, complaints
 * filed one after the other, officers who answer, and a reckoning at the end.
 */
public final class Demo {
  private static final Set<Integer> CATEGORIES =
      Set.of(1398, 936, 928, 1397, 1400, 2397, 1431, 1010, 932, 1406, 1407, 1408, 942, 1461, 957);
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
        ConnectorProcess connector = ConnectorProcess.start(configuration, folder.connectorLog())) {
      connector.awaitReady(ports.connector());
      introduce(world, connector, configuration);
      try (StoreView store = new StoreView(folder.store())) {
        return play(world, store);
      }
    }
  }

  private void introduce(World world, ConnectorProcess connector, Path configuration) {
    timeline.say("portal (warga)        " + world.portal().pageUri());
    timeline.say("OPD (petugas)         " + world.opd().baseUri() + "/petugas");
    timeline.say("pertanahan (petugas)  " + world.landOffice().baseUri() + "/loket");
    timeline.say("konektor              proses " + connector.pid() + ", " + configuration);
    timeline.say("");
  }

  private Result play(World world, StoreView store) throws InterruptedException {
    listen(world);
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    try {
      every(clock, Duration.ofMillis(100), () -> tellNews(store));
      world.officers().start();
      file(world, clock).await();
      boolean quiet =
          quiet(world, store, clock).await(options.patience().toSeconds(), TimeUnit.SECONDS);
      if (!options.once()) {
        timeline.say("");
        timeline.say(Reckoning.of(seen(world, store)).summary());
        timeline.say("Silakan coba halaman-halaman di atas; Ctrl-C mengakhiri.");
        new CountDownLatch(1).await();
      }
      if (!quiet) {
        timeline.say("not everything arrived within " + options.patience());
      }
    } finally {
      clock.shutdown();
      if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    }
    tellNews(store);
    Result result = Reckoning.of(seen(world, store));
    result.lostOnes().forEach(lost -> timeline.say("lost: " + lost));
    result.doubledOnes().forEach(doubled -> timeline.say("duplicated: " + doubled));
    timeline.say("");
    timeline.say(result.summary());
    return result;
  }

  private static void every(ScheduledExecutorService clock, Duration pause, Runnable task) {
    var unused = clock.scheduleWithFixedDelay(task, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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

  /** Citizens file one complaint after the other; the latch opens with the last. */
  private CountDownLatch file(World world, ScheduledExecutorService clock) {
    ComplaintGenerator generator =
        new ComplaintGenerator(
            new SplittableRandom(options.seed()),
            InstantSource.system(),
            categories(),
            List.of(World.REGENCY));
    CountDownLatch left = new CountDownLatch(options.complaints());
    every(
        clock,
        BETWEEN_COMPLAINTS,
        () -> {
          if (left.getCount() > 0) {
            world.portal().fileComplaint(generator.next());
            left.countDown();
          }
        });
    return left;
  }

  /** What the mapping of Bintan names, and a few that it leaves to the coordinator. */
  private static List<Category> categories() {
    List<Category> categories = new ArrayList<>(Categories.shipped());
    categories.removeIf(category -> !CATEGORIES.contains(category.id()));
    return categories;
  }

  /** Opens once everything offered is filed and answered, and every answer is published. */
  private CountDownLatch quiet(World world, StoreView store, ScheduledExecutorService clock) {
    CountDownLatch quiet = new CountDownLatch(1);
    every(
        clock,
        Duration.ofMillis(200),
        () -> {
          if (isQuiet(world, store)) {
            quiet.countDown();
          }
        });
    return quiet;
  }

  private static boolean isQuiet(World world, StoreView store) {
    Seen seen = seen(world, store);
    return filedOf(seen).containsAll(unparked(seen))
        && allAnswered(world)
        && store.unsettled() == 0
        && Reckoning.of(seen(world, store)).lostOnes().isEmpty();
  }

  private static boolean allAnswered(World world) {
    try {
      return world.officers().awaitAllAnswered(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Set<String> filedOf(Seen seen) {
    Set<String> filed = new HashSet<>();
    seen.filed().forEach(ticket -> filed.add(ticket.complaint()));
    return filed;
  }

  private static Set<String> unparked(Seen seen) {
    Set<String> unparked = new HashSet<>(seen.offered());
    unparked.removeAll(seen.parked());
    return unparked;
  }

  private static Seen seen(World world, StoreView store) {
    Set<String> offered = new HashSet<>();
    for (OfferedComplaint complaint : world.portal().ledger().complaints()) {
      offered.add(complaint.complaintId());
    }
    List<Ticket> filed = new ArrayList<>();
    List<Answer> answered = new ArrayList<>();
    for (var ledger : List.of(world.opd().ledger(), world.landOffice().ledger())) {
      ledger
          .tickets()
          .forEach(
              ticket ->
                  filed.add(
                      new Ticket(
                          ticket.unit().toLowerCase(Locale.ROOT),
                          ticket.reference(),
                          ticket.number())));
      for (Entry answer : ledger.answers()) {
        answered.add(new Answer(answer.reference(), answer.text()));
      }
    }
    List<Answer> published = new ArrayList<>();
    world
        .portal()
        .ledger()
        .followUps()
        .forEach(followUp -> published.add(new Answer(followUp.complaintId(), followUp.content())));
    return new Seen(offered, filed, store.linked(), answered, published, store.parked());
  }
}
