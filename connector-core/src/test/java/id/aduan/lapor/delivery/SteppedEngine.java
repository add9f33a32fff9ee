package id.aduan.lapor.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The engine of one node without its threads: rounds, and the work that they hand out, are driven
 * by whoever steps it, in any order.
 */
public final class SteppedEngine {
  private final RetryPolicy policy;
  private final Roster roster = new Roster();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Set<String> woken = new TreeSet<>();
  private final Jobs jobs;
  private final Round round;

  /**
   * Makes one.
   *
   * @param fenced told of each end that did not count
   */
  public SteppedEngine(
      DeliveryStore stores, RetryPolicy policy, World world, Consumer<String> fenced) {
    this.policy = policy;
    Attempt attempt = new Attempt(stores, policy, world);
    DeliveryListener listener =
        new DeliveryListener() {
          @Override
          public void fenced(String target) {
            fenced.accept(target);
          }
        };
    jobs = new Jobs(attempt, roster, world, waiting::add, listener, woken::add);
    round = new Round(stores, policy, world, roster, jobs);
  }

  public void attach(String name, DeliveryTarget target, int concurrencyMax) {
    roster.put(
        name, new Roster.Attached(target, Pace.of(policy, concurrencyMax, Optional.empty())));
    woken.add(name);
  }

  public void wake(String target) {
    woken.add(target);
  }

  /** Keeps leases, takes over, claims, hands out; as the dispatcher's thread does. */
  public void round() {
    Set<String> targets = Set.copyOf(woken);
    woken.clear();
    var unused = round.run(targets);
  }

  /** How much was handed out and is not begun. */
  public int waiting() {
    return waiting.size();
  }

  /** Does one of what was handed out, as a worker does. */
  public void work(int which) {
    waiting.remove(which).run();
  }

  /** Ends in order: what was not begun is given back, what is under way is broken off. */
  public void stop() {
    jobs.takeBackAll(Duration.ofSeconds(2));
    jobs.breakOffAll(Duration.ofSeconds(2));
    boolean unused = Thread.interrupted(); // whoever steps all nodes is the worker of each
  }
}
