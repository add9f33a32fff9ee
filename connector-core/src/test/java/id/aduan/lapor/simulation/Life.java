package id.aduan.lapor.simulation;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.Claims;
import id.aduan.lapor.delivery.DeliveryStore;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.Slots;
import id.aduan.lapor.delivery.SteppedEngine;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.delivery.Turns;
import id.aduan.lapor.delivery.World;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.simulation.Course.Fault;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.SteppedStore;
import id.aduan.lapor.store.jdbc.SteppedStore.Commit;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.WebhookIntake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One process from its start to its end: the real engine, intakes and polls on the shared store,
 * stepped by hand. What it holds in memory ends with it.
 */
final class Life implements SteppedStore.Commits {
  private static final Duration POLL_EVERY = Duration.ofMinutes(1);
  private static final int CONCURRENCY_MAX = 4;

  private final Node node;
  private final Scene scene;
  private final Course course;
  private final CaseStore store;
  private final SteppedEngine engine;
  private final WebhookIntake webhooks;

  /** How many units of work stand before a callback, as it is made to believe. */
  private int queued;

  private final Turns turns;
  private final Map<Schedule, Runnable> scheduled =
      new TreeMap<>(Comparator.comparing(Schedule::name));
  private final Map<String, List<String>> taken = new HashMap<>();
  private final Set<String> busy = new HashSet<>();
  private boolean over;

  /** Between its last look at its claim and its call a worker does not stand still (C7). */
  private boolean mayWait = true;

  Life(Node node, Scene scene) {
    this.node = node;
    this.scene = scene;
    this.course = scene.course();
    Plant plant = scene.plant();
    InstantSource time = scene.clockOf(node);
    SteppedStore tables = scene.ground().store();
    CaseStore real = tables.node(this, time, Map.of());
    this.store =
        tables.node(
            this,
            time,
            Map.of(
                "claims", watched(plant.in(real.claims())),
                "outbox", plant.in(real.outbox()),
                "inbox", plant.in(real.inbox()),
                "slots", noted(plant.in(real.slots())),
                "waiting", (Supplier<Integer>) () -> queued));
    World world = new World(time, course::nanos, course.chance);
    this.engine =
        new SteppedEngine(
            new DeliveryStore(store, store.claims(), store.targets(), store.audit()),
            plant.policy(),
            world,
            target -> course.count(Fault.FENCED));
    this.turns = new Turns(store, store.slots(), node.name, time);
    Wire wire = new Wire(course, this);
    Portal portal = wire.portal(scene.portal());
    Parts parts = Parts.of(scene, store, portal, time, engine::wake);
    this.webhooks = parts.webhooks();
    parts.targets(wire).forEach((name, target) -> engine.attach(name, target, CONCURRENCY_MAX));
    scheduled.put(Schedule.ofPoll(Targets.PORTAL, POLL_EVERY), parts.portalPoll()::pollOnce);
    scheduled.put(
        Schedule.ofDeadlines(),
        () -> {
          int unused = parts.sweep().run(() -> over);
        });
    for (AgencyCode code : Ground.AGENCIES) {
      scheduled.put(
          Schedule.ofPoll(code.value(), POLL_EVERY), parts.agencyPoll(code, wire)::pollOnce);
    }
  }

  String name() {
    return node.name;
  }

  /** False if the store did not let it begin. */
  boolean takesOver() {
    try {
      return scene.ground().store().takeOver(store);
    } catch (StoreException e) {
      return false;
    }
  }

  /** Nothing more of it is kept, sent or told. */
  void end() {
    over = true;
  }

  private void live() {
    if (over) {
      throw new Death(node.name);
    }
  }

  /** One of the things that its threads do. */
  void step() {
    int what = course.chance.nextInt(11);
    if (what < 4) {
      round();
    } else if (what < 8) {
      work();
    } else if (what < 9) {
      applyPending();
    } else {
      List<Schedule> all = new ArrayList<>(scheduled.keySet());
      turn(all.get(course.chance.nextInt(all.size())));
    }
  }

  void round() {
    alone(
        "round",
        () -> {
          try {
            engine.round();
          } catch (StoreException e) {
            course.tell(node.name + " claims nothing");
          }
        });
  }

  /** One worker takes up something that was handed out. */
  boolean work() {
    if (engine.waiting() == 0) {
      return false;
    }
    boolean before = mayWait;
    mayWait = false;
    try {
      engine.work(course.chance.nextInt(engine.waiting()));
    } finally {
      mayWait = before;
    }
    return true;
  }

  void turnAll() {
    scheduled.keySet().forEach(this::turn);
  }

  private void turn(Schedule schedule) {
    alone(
        schedule.name(),
        () -> {
          List<String> slots = taken.computeIfAbsent(schedule.name(), name -> new ArrayList<>());
          slots.clear();
          try {
            int unused = turns.run(schedule, () -> run(schedule, slots.remove(0)));
          } catch (LaporException e) {
            course.tell(node.name + " leaves out " + schedule.name());
          }
        });
  }

  private void run(Schedule schedule, String slot) {
    live();
    course.require(
        scene.ran().add(schedule.name() + " " + slot),
        "C16: slot " + slot + " of " + schedule.name() + " runs twice");
    Optional.ofNullable(scheduled.get(schedule)).orElseThrow().run();
  }

  /** Each of these has one thread. */
  private void alone(String what, Runnable work) {
    if (busy.add(what)) {
      try {
        work.run();
      } finally {
        busy.remove(what);
      }
    }
  }

  /** Applies what was acknowledged before it was applied. */
  void applyPending() {
    alone(
        "pending",
        () -> {
          try {
            while (webhooks.pending().applySome() > 0) {
              live();
            }
          } catch (StoreException e) {
            course.tell(node.name + " applies nothing");
          }
        });
  }

  /** Hands a callback in, at times to a busy store; true if it was acknowledged. */
  boolean hears(byte[] callback) {
    boolean busy = course.oneIn(3);
    queued = busy ? WebhookIntake.BUSY_FROM : 0;
    if (busy) {
      course.count(Fault.BUSY);
    }
    return scene.acknowledged(webhooks, callback);
  }

  void stop() {
    engine.stop();
  }

  /** A call begins. */
  void calls() {
    live();
    course.require(
        !scene.ground().store().isWorking(), "a far end is called within a unit of work");
  }

  /** The request is on its way: others go on, or this process stands still, or ends. */
  void waits() {
    mayWait = true;
    pauses();
  }

  private void pauses() {
    if (course.oneIn(60)) {
      course.count(Fault.STANDSTILL);
      course.tell(node.name + " stands still");
      node.still = true;
      course.pass(Duration.ofSeconds(course.chance.nextInt(1, 60)));
      course.meanwhile(12);
      course.pass(Duration.ofSeconds(course.chance.nextInt(1, 60)));
      course.meanwhile(12);
      if (!over) {
        node.still = false;
        course.tell(node.name + " wakes");
      }
    } else if (course.oneIn(3)) {
      course.meanwhile(3);
    }
    if (!over && course.oneIn(100)) {
      node.die();
    }
    live();
  }

  @Override
  public void begin() {
    live();
  }

  @Override
  public Commit commit() {
    if (course.oneIn(200)) {
      node.die();
      throw new Death(node.name);
    }
    if (course.oneIn(60)) {
      course.count(Fault.COMMIT_LOST);
      course.tell(node.name + " loses a commit");
      if (scene.plant() == Plant.EARLY_ACKNOWLEDGEMENT) {
        return Commit.LOST_AND_TOLD;
      }
      throw new StoreException("planted: nothing was kept");
    }
    return Commit.KEPT;
  }

  @Override
  public void kept() {
    if (course.oneIn(200)) {
      node.die();
      throw new Death(node.name);
    }
    if (course.oneIn(60)) {
      course.count(Fault.COMMIT_UNTOLD);
      course.tell(node.name + " is not told of a commit");
      throw new StoreException("planted: whether it was kept nobody knows");
    }
  }

  @Override
  public void told() {
    if (mayWait && course.oneIn(10)) {
      pauses();
    }
  }

  private Claims watched(Claims real) {
    return Plant.part(
        Claims.class,
        real,
        (method, args) ->
            switch (method) {
              case "claim" -> Optional.of(claimed((Tx) args[0], real, args));
              case "settle" -> Optional.of(settled((Tx) args[0], real, args));
              default -> Optional.empty();
            });
  }

  private List<Envelope> claimed(Tx tx, Claims real, Object[] args) {
    List<Envelope> claimed =
        real.claim(tx, (String) args[1], (Share) args[2], (Instant) args[3], (Duration) args[4]);
    for (Envelope envelope : claimed) {
      course.require(
          !SteppedStore.hasOlder(tx, envelope), "C8: " + envelope + " overtakes its lane");
    }
    return claimed;
  }

  private boolean settled(Tx tx, Claims real, Object[] args) {
    Envelope envelope = (Envelope) args[1];
    boolean counts = real.settle(tx, envelope, (Settlement) args[2], (Instant) args[3]);
    course.require(
        !counts || SteppedStore.epochOf(tx, envelope.id()) == envelope.epoch(),
        "C17: an end of " + envelope + " counts under an epoch that is over");
    return counts;
  }

  private Slots noted(Slots real) {
    return Plant.part(
        Slots.class,
        real,
        (method, args) -> {
          if (!method.equals("take")) {
            return Optional.empty();
          }
          boolean mine =
              real.take(
                  (Tx) args[0],
                  (String) args[1],
                  (Instant) args[2],
                  (String) args[3],
                  (Instant) args[4]);
          if (mine) {
            taken
                .computeIfAbsent((String) args[1], name -> new ArrayList<>())
                .add(String.valueOf(args[2]));
          }
          return Optional.of(mine);
        });
  }
}
