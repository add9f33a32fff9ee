package id.aduan.lapor.simulation;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.simulation.Course.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of the engine, both intakes, the polls and the clocks, on one node or two, in which a
 * seed decides every fault: requests and answers that are lost, late or doubled, commits that are
 * lost or of which nobody is told, processes that end or stand still, clocks that jump. Then it is
 * quiet, and everything has to be where it belongs, once.
 *
 * <p>All is done by one thread. While somebody waits for an answer, or stands still, others go on
 * within that call: so calls end in the reverse order of their beginning, and what was handed out
 * begins in any.
 */
final class EngineSimulation {
  private static final Duration BETWEEN_JUMPS = Duration.ofSeconds(200);

  /** Of a clock from the true time: what has run is remembered for two days (C16). */
  private static final long OFF_SECONDS_MAX = 86_400;

  private final Course course;
  private final Scene scene;
  private final List<Node> nodes = new ArrayList<>();
  private Instant jumped = Course.BEGIN;

  EngineSimulation(long seed, Ground ground, Plant plant) {
    this.course = new Course(seed);
    boolean shared = course.chance.nextInt(3) > 0;
    Map<AgencyCode, AgencyModel> agencies = new TreeMap<>();
    Ground.AGENCIES.forEach(code -> agencies.put(code, new AgencyModel(code, course)));
    this.scene =
        new Scene(
            course,
            ground,
            plant,
            new PortalModel(course, agencies),
            agencies,
            new HashSet<>(),
            shared);
    ground.store().clear(shared ? Optional.of(scene::databaseMillis) : Optional.empty());
    for (int i = 1; i <= (shared ? 2 : 1); i++) {
      nodes.add(new Node("node " + i, course, node -> new Life(node, scene)));
    }
  }

  Course course() {
    return course;
  }

  Scene scene() {
    return scene;
  }

  /** Runs it. */
  void run(int steps) {
    course.run(steps, this::step);
    new Ending(scene, nodes).run();
    course.check();
  }

  private void step() {
    try {
      course.pass(Duration.ofMillis(course.chance.nextInt(300)));
      int what = course.chance.nextInt(100);
      if (what < 8) {
        scene.portal().somethingHappens();
      } else if (what < 13) {
        scene.agency(Ground.AGENCIES.get(course.chance.nextInt(2))).officer();
      } else if (what < 25) {
        tell();
      } else if (what < 86) {
        any().stepped().ifPresent(Life::step);
      } else if (what < 97) {
        course.pass(Duration.ofMillis(course.chance.nextInt(1, 30_000)));
      } else {
        seldom();
      }
      Node node = any();
      if (!node.isUp() && course.chance.nextInt(4) == 0) {
        node.start();
      }
    } catch (Death e) {
      // it has ended, and is started again by a later step
    }
  }

  private Node any() {
    return nodes.get(course.chance.nextInt(nodes.size()));
  }

  /** The portal tells somebody of something that nobody has acknowledged, or tells it again. */
  private void tell() {
    List<byte[]> callbacks = scene.portal().callbacks;
    Optional<Life> life = any().stepped();
    if (callbacks.isEmpty() || life.isEmpty()) {
      return;
    }
    byte[] callback = callbacks.get(course.chance.nextInt(callbacks.size()));
    if (life.get().hears(callback) && !course.oneIn(4)) {
      callbacks.remove(callback);
    }
  }

  private void seldom() {
    Node node = any();
    switch (course.chance.nextInt(6)) {
      case 0 -> {
        if (node.isUp()) {
          node.die();
        }
      }
      case 1 -> {
        if (node.stepped().isPresent()) {
          node.stop();
        }
      }
      case 2 -> course.pass(Duration.ofMinutes(course.chance.nextInt(1, 300)));
      default -> jump(node);
    }
  }

  /** By up to a day (F49); what was under way is stored by then. */
  private void jump(Node node) {
    if (course.now().isBefore(jumped.plus(BETWEEN_JUMPS))) {
      return;
    }
    course.arriveAll();
    jumped = course.now();
    boolean ahead = course.chance.nextBoolean();
    course.count(ahead ? Fault.CLOCK_AHEAD : Fault.CLOCK_BACK);
    int seconds = course.chance.nextInt(1, course.chance.nextBoolean() ? 120 : 86_400);
    Duration off = scene.shared() ? course.databaseAhead : node.ahead;
    long then = off.toSeconds() + (ahead ? seconds : -seconds);
    Duration by =
        Duration.ofSeconds(Math.max(-OFF_SECONDS_MAX, Math.min(OFF_SECONDS_MAX, then))).minus(off);
    course.tell("clock of " + (scene.shared() ? "the database" : node.name) + " jumps by " + by);
    if (scene.shared()) {
      course.databaseAhead = course.databaseAhead.plus(by);
    } else {
      node.ahead = node.ahead.plus(by);
    }
  }
}
