package id.aduan.lapor.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The time and the chance of one run: all of it follows from the seed. What happens is told in the
 * order in which it does, and the first thing that must not is kept, whoever catches its error.
 */
final class Course {
  static final Instant BEGIN = Instant.parse("2026-11-23T04:00:00Z");
  private static final int STORY_MAX = 60;
  private static final int DEPTH_MAX = 3;

  /** What may go wrong. */
  enum Fault {
    REQUEST_LOST,
    ANSWER_LOST,
    STORED_LATE,
    TWICE,
    UNREACHABLE,
    REFUSED,
    COMMIT_LOST,
    COMMIT_UNTOLD,
    DEATH,
    STANDSTILL,
    BUSY,
    CLOCK_AHEAD,
    CLOCK_BACK,
    FENCED,
    PARKED
  }

  final SplittableRandom chance;
  final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
  boolean faults = true;

  /** How far the database's clock is ahead, where nodes share one. */
  Duration databaseAhead = Duration.ZERO;

  private final Deque<String> story = new ArrayDeque<>();
  private final TreeMap<Instant, List<Runnable>> later = new TreeMap<>();
  private Instant now = BEGIN;
  private Optional<AssertionError> wrong = Optional.empty();
  private Runnable step = () -> {};
  private int stepsLeft;
  private int depth;
  private long digest;

  Course(long seed) {
    chance = new SplittableRandom(seed);
  }

  Instant now() {
    return now;
  }

  long nanos() {
    return Duration.between(BEGIN, now).toNanos();
  }

  boolean oneIn(int many) {
    return faults && chance.nextInt(many) == 0;
  }

  /** Takes so many steps, those that are taken within others included. */
  void run(int steps, Runnable one) {
    step = one;
    stepsLeft = steps;
    while (stepsLeft > 0) {
      one();
    }
  }

  private void one() {
    stepsLeft--;
    depth++;
    try {
      step.run();
    } finally {
      depth--;
    }
    check();
  }

  /** What others do while somebody waits for an answer, or stands still. */
  void meanwhile(int stepsMax) {
    int steps = faults && depth < DEPTH_MAX ? chance.nextInt(stepsMax + 1) : 0;
    for (int i = 0; i < steps && stepsLeft > 0; i++) {
      one();
    }
  }

  /** Time goes on, and what was under way for so long arrives. */
  void pass(Duration span) {
    Instant end = now.plus(span);
    while (!later.isEmpty() && !later.firstKey().isAfter(end)) {
      Map.Entry<Instant, List<Runnable>> next = later.pollFirstEntry();
      now = next.getKey().isAfter(now) ? next.getKey() : now;
      next.getValue().forEach(Runnable::run);
    }
    now = end;
  }

  /** It is stored there, though nobody waits for it any more. */
  void later(Duration span, Runnable effect) {
    later.computeIfAbsent(now.plus(span), at -> new ArrayList<>()).add(effect);
  }

  /** What is under way arrives now. */
  void arriveAll() {
    while (!later.isEmpty()) {
      later.pollFirstEntry().getValue().forEach(Runnable::run);
    }
  }

  void count(Fault fault) {
    happened.merge(fault, 1, Integer::sum);
  }

  void tell(String what) {
    String line = Duration.between(BEGIN, now) + " " + what;
    digest = digest * 31 + line.hashCode();
    story.add(line);
    if (story.size() > STORY_MAX) {
      story.remove();
    }
  }

  /** The same for two runs that went the same way. */
  long digest() {
    return digest;
  }

  List<String> story() {
    return List.copyOf(story);
  }

  /** Something happened that must not. */
  AssertionError fail(String what) {
    AssertionError error = new AssertionError(what);
    if (wrong.isEmpty()) {
      wrong = Optional.of(error);
      tell("!! " + what);
    }
    return error;
  }

  void require(boolean holds, String what) {
    if (!holds) {
      throw fail(what);
    }
  }

  /** The first thing that went wrong, should somebody have caught it. */
  void check() {
    if (wrong.isPresent()) {
      throw wrong.get();
    }
  }
}
