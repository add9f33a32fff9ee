package id.aduan.lapor.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.simulation.Course.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong between the portal, the agencies, the store and us, each event has its one
 * effect, in order, under its epoch, and nothing that was acknowledged is lost. One seed again:
 * {@code make sim-long SEED=N}; 10,000 courses of 2,000 steps: {@code make sim-long}.
 */
@Tag("C1")
@Tag("C3")
@Tag("C7")
@Tag("C8")
@Tag("C13")
@Tag("C16")
@Tag("C17")
class EngineSimulationTest {
  private static final long FIRST = Long.getLong("lapor.first-seed", 1);
  private static final int SEEDS = Integer.getInteger("lapor.seeds", 1_000);
  private static final int STEPS = Integer.getInteger("lapor.steps", 500);
  private static final int LONG_STEPS = 2_000;
  private static final int SEEDS_TO_FIND_A_FAULT = 300;
  private static final int STORY_SHOWN = 40;

  @Test
  @Tag("slow")
  void whatever_goes_wrong_everything_happens_once_and_in_order() throws Exception {
    Long only = Long.getLong("lapor.seed");
    long first = only == null ? FIRST : only;
    long last = only == null ? FIRST + SEEDS - 1 : only;
    Map<Fault, Integer> happened = new EnumMap<>(Fault.class);

    List<String> failures = failures(first, last, Plant.NOTHING, 3, happened);
    System.out.printf(
        "simulation: seeds %d to %d, %d steps each, %d failed: %s%n",
        first, last, STEPS, failures.size(), happened);
    assertThat(failures).isEmpty();

    if (only == null) {
      assertThat(happened).as("each kind of fault has happened").containsKeys(Fault.values());
    }
  }

  /** In quick builds, too. A seed that has failed is added here, and stays. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 28})
  void these_courses_end_well(long seed) throws Exception {
    assertThat(failures(seed, seed, Plant.NOTHING, 1, new EnumMap<>(Fault.class))).isEmpty();
  }

  /** Found by {@code make sim-long}: clocks that were put back, and what two nodes made of it. */
  @ParameterizedTest
  @ValueSource(longs = {1633, 2609, 3931, 4146})
  void these_long_courses_end_well(long seed) throws Exception {
    try (Ground ground = Ground.open()) {
      EngineSimulation simulation = new EngineSimulation(seed, ground, Plant.NOTHING);

      assertThat(failure(simulation, seed, LONG_STEPS)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
  void a_fault_that_is_planted_is_found(Plant plant) throws Exception {
    long last = plant.found + SEEDS_TO_FIND_A_FAULT - 1;
    assertThat(failures(plant.found, last, plant, 1, new EnumMap<>(Fault.class))).isNotEmpty();
  }

  @Test
  void a_seed_goes_the_same_way_each_time() throws Exception {
    try (Ground ground = Ground.open()) {
      for (long seed = 1; seed <= 5; seed++) {
        assertThat(digest(ground, seed)).as("seed %d", seed).isEqualTo(digest(ground, seed));
      }
    }
  }

  private static long digest(Ground ground, long seed) {
    EngineSimulation simulation = new EngineSimulation(seed, ground, Plant.NOTHING);
    simulation.run(STEPS);
    return simulation.course().digest();
  }

  /** Runs the seeds on all processors; the failures, until there are so many. */
  private static List<String> failures(
      long first, long last, Plant plant, int enough, Map<Fault, Integer> happened)
      throws Exception {
    AtomicLong next = new AtomicLong(first);
    List<String> failures = new ArrayList<>();
    Callable<Boolean> work =
        () -> {
          try (Ground ground = Ground.open()) {
            for (long seed = next.getAndIncrement();
                seed <= last && !isEnough(failures, enough);
                seed = next.getAndIncrement()) {
              EngineSimulation simulation = new EngineSimulation(seed, ground, plant);
              Optional<String> failure = failure(simulation, seed, STEPS);
              synchronized (failures) {
                failure.ifPresent(failures::add);
                simulation
                    .course()
                    .happened
                    .forEach((it, n) -> happened.merge(it, n, Integer::sum));
              }
            }
          }
          return true;
        };
    int workers = (int) Math.min(last - first + 1, Runtime.getRuntime().availableProcessors());
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        all.add(work);
      }
      for (Future<Boolean> done : executor.invokeAll(all)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      executor.shutdown();
    }
    return failures;
  }

  private static boolean isEnough(List<String> failures, int enough) {
    synchronized (failures) {
      return failures.size() >= enough;
    }
  }

  private static Optional<String> failure(EngineSimulation simulation, long seed, int steps) {
    try {
      simulation.run(steps);
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      List<String> story = simulation.course().story();
      int from = Math.max(0, story.size() - STORY_SHOWN);
      return Optional.of(
          "seed %d: %s%n  %s%nagain: make sim-long SEED=%d STEPS=%d%n"
              .formatted(
                  seed, e, String.join("\n  ", story.subList(from, story.size())), seed, steps));
    }
  }
}
