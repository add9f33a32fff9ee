package id.aduan.lapor.delivery;

import id.aduan.lapor.failure.LaporException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process has claimed and not ended: hands it to the executor, keeps its leases, breaks
 * it off. Safe for use by many threads.
 */
final class Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private final Attempt attempt;
  private final Roster roster;
  private final World world;
  private final Executor executor;
  private final DeliveryListener listener;
  private final Consumer<String> ended;
  private final Map<Long, Job> underWay = new ConcurrentHashMap<>();

  /**
   * Makes it.
   *
   * @param executor may reject and may throw; then what was claimed is given back
   * @param ended called with the target after each end, by the worker
   */
  Jobs(
      Attempt attempt,
      Roster roster,
      World world,
      Executor executor,
      DeliveryListener listener,
      Consumer<String> ended) {
    this.attempt = attempt;
    this.roster = roster;
    this.world = world;
    this.executor = executor;
    this.listener = listener;
    this.ended = ended;
  }

  Collection<Job> all() {
    return underWay.values();
  }

  Map<String, Integer> byTarget() {
    Map<String, Integer> counts = new HashMap<>();
    underWay.values().forEach(job -> counts.merge(job.target(), 1, Integer::sum));
    return counts;
  }

  /** Has it done; false if nobody would. */
  boolean begin(Job job) {
    underWay.put(job.envelope().id(), job);
    try {
      executor.execute(() -> work(job));
      return true;
    } catch (RuntimeException | Error e) {
      // A host's own executor, or no more threads; an executor of ours never refuses while it runs.
      LOG.warn("{} could not be begun and waits again: {}", job.envelope(), e.getClass().getName());
      takeBack(job);
      return false;
    }
  }

  private void work(Job job) {
    if (!job.begin()) {
      return;
    }
    Optional<Attempt.End> end = Optional.empty();
    try {
      end = Optional.of(attempted(job));
    } catch (LaporException e) {
      // The lease runs out and the entry is looked up: an end that was not recorded is unknown.
      LOG.warn("the end of {} was not recorded: {}", job.envelope(), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("the end of {} was not recorded", job.envelope(), e);
    } finally {
      job.end();
      underWay.remove(job.envelope().id(), job);
      ended.accept(job.target());
    }
    // Whoever listens may take their time: the target is not kept waiting for it.
    end.ifPresent(it -> tell(job.target(), it));
  }

  private void tell(String target, Attempt.End end) {
    end.told().ifPresent(listener::attempted);
    end.alerts().forEach(this::tell);
    if (!end.recorded()) {
      listener.fenced(target);
    }
  }

  private Attempt.End attempted(Job job) {
    Roster.Attached target = roster.get(job.target()).orElse(null);
    if (target == null || !job.leaseRuns(world.nanos().getAsLong())) {
      return attempt.giveBack(job.envelope(), world.now());
    }
    return attempt.make(target.target(), target.pace(), job.claimed());
  }

  /** Says it in the log and to the listener, who may take their time. */
  void tell(List<Alert> alerts) {
    if (!alerts.isEmpty()) {
      tell(() -> alerts.forEach(this::tell));
    }
  }

  /** The same for something else that listeners are told. */
  void tell(Runnable telling) {
    try {
      executor.execute(telling);
    } catch (RuntimeException | Error e) {
      LOG.warn("a listener could not be told of something: {}", e.getClass().getName());
    }
  }

  private void tell(Alert alert) {
    LOG.warn("{}: {}: {}", alert.code(), alert.target(), alert.text());
    listener.alerted(alert);
  }

  /** Breaks off what is under way at a target: its end is unknown unless it comes all the same. */
  void interrupt(String target) {
    underWay.values().stream().filter(job -> job.target().equals(target)).forEach(Job::interrupt);
  }

  /** Gives back what nobody has begun, and waits so long for that at most. */
  void takeBackAll(Duration max) {
    List<Job> taken = underWay.values().stream().filter(Job::takeBack).toList();
    taken.forEach(job -> underWay.remove(job.envelope().id(), job));
    List<Envelope> envelopes = taken.stream().map(Job::envelope).toList();
    await(attempt.giveBack(envelopes, world.now()), max);
  }

  /**
   * Gives back what the executor has not begun for a whole lease: one that loses work must not keep
   * a lane for ever.
   */
  void takeBackStale(Instant now) {
    for (Job job : List.copyOf(underWay.values())) {
      if (job.isStale(now)) {
        LOG.warn("{} was not begun in {}; it waits again", job.envelope(), Round.LEASE);
        takeBack(job);
      }
    }
  }

  /** What is not done by then is left to the end of its lease. */
  private static void await(CompletableFuture<?> settled, Duration max) {
    try {
      var unused = settled.get(max.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("what was claimed waits until its leases run out: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeBack(Job job) {
    if (!job.takeBack()) {
      return;
    }
    underWay.remove(job.envelope().id(), job);
    try {
      var unused = attempt.giveBack(job.envelope(), world.now());
    } catch (LaporException e) {
      LOG.warn("{} waits until its lease runs out: {}", job.envelope(), e.getMessage());
    }
  }

  /**
   * Ends the claims of what is still under way, and waits so long for that at most; their ends are
   * unknown from now on.
   */
  void breakOffAll(Duration max) {
    List<Job> left = List.copyOf(underWay.values());
    if (left.isEmpty()) {
      return;
    }
    left.forEach(Job::interrupt);
    LOG.warn("{} deliveries are broken off and looked up later", left.size());
    await(attempt.breakOff(left.stream().map(Job::envelope).toList()), max);
  }

  /** The leases that have to be renewed now. */
  List<Job> toRenew(Instant now, Duration lease, Duration every) {
    return underWay.values().stream().filter(job -> job.isToRenew(now, lease, every)).toList();
  }
}
