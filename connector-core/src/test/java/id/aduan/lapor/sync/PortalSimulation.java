package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.FakeAgency;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.sync.Follow.Phase;
import id.aduan.lapor.webhook.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * One run of the portal and of what listens to it, in which everything happens that a seed decides:
 * rows late, repeated, shifted and of one second; callbacks lost, repeated and out of order; an
 * outage of 72 hours; clocks put back; complaints closed, opened, closed again, hidden, deleted;
 * restarts. Then it is quiet, and both sides have to say the same.
 *
 * <p>The parts are the real ones, on a real store; the portal and the agency are models, time is a
 * number.
 */
final class PortalSimulation {
  /** What is broken on purpose, to see that it is found. */
  enum Plant {
    NOTHING(Optional.empty()),
    NO_OVERLAP(Optional.of(Course.POLLED)),
    CURSOR_TOO_FAR(Optional.of(Course.POLLED)),
    NO_DEDUPLICATION(Optional.of(Course.PUSHED));

    /** Where nothing else makes up for it. */
    private final Optional<Course> course;

    Plant(Optional<Course> course) {
      this.course = course;
    }
  }

  /** By what news come, and what has to be enough. */
  enum Course {
    /** By the list, with callbacks or without; rows come no later than a poll reaches back. */
    POLLED,
    /** By any way, with any fault; the comparison finds what the others have missed. */
    COMPARED,
    /** By callbacks alone, which are repeated until they are taken. */
    PUSHED;

    private static Course of(long seed) {
      return values()[Math.floorMod(seed, values().length)];
    }
  }

  private static final Instant BEGIN = Instant.parse("2026-11-23T04:00:00Z");
  private static final int STEPS = 60;
  private static final String TOKEN = "zzpii-token-of-a-simulation";
  private static final FollowSettings FOLLOW = FollowSettings.DEFAULT;

  /** Read once: a run makes them anew at each restart, and reading takes longer than that. */
  private static final Deadlines NATIONAL = Deadlines.national();

  private final long seed;
  private final SplittableRandom chance;
  private final Course course;
  private final Plant plant;
  private final CaseStore store;
  private final Mapping mapping;
  private final SimPortal portal;
  private final boolean follows;
  private final boolean pushes;
  private final FakeAgency agency = new FakeAgency();
  private final List<byte[]> underWay = new ArrayList<>();
  private final List<byte[]> delivered = new ArrayList<>();
  private Instant now = BEGIN;
  private Duration portalAhead = Duration.ZERO;
  private Duration weAreAhead = Duration.ZERO;
  private boolean faults = true;
  private Instant downUntil = BEGIN;
  private PortalPoll poll;
  private FollowRound round;
  private Reconciler reconciler;
  private WebhookIntake webhooks;
  private SimEngine engine;

  PortalSimulation(long seed, CaseStore store, Mapping mapping, Plant plant) {
    this.seed = seed;
    this.chance = new SplittableRandom(seed);
    this.course = plant.course.orElse(Course.of(seed));
    this.plant = plant;
    this.store = Planted.in(store, plant);
    this.mapping = mapping;
    this.follows = course != Course.POLLED && chance.nextBoolean();
    this.pushes = course == Course.PUSHED || chance.nextInt(3) > 0;
    this.portal = new SimPortal(manner(), chance, () -> now.plus(portalAhead));
    portal.beforeCall = this::beforeCall;
    agency.can(Set.of(Capability.FIND, Capability.UPDATE));
    restart();
  }

  private SimPortal.Manner manner() {
    boolean lists = course != Course.PUSHED;
    boolean times = chance.nextInt(4) > 0;
    Duration late =
        switch (course) {
          case POLLED -> Duration.ofMinutes(4);
          case COMPARED -> Duration.ofHours(20);
          case PUSHED -> Duration.ZERO;
        };
    return new SimPortal.Manner(
        chance.nextBoolean(),
        times,
        lists,
        chance.nextInt(4) > 0,
        chance.nextInt(3) == 0,
        chance.nextInt(3),
        chance.nextInt(1, 6),
        chance.nextBoolean() ? late : Duration.ZERO);
  }

  private Instant ours() {
    return now.plus(weAreAhead);
  }

  /** What is not in the store is forgotten. */
  private void restart() {
    Timekeeper timekeeper = new Timekeeper(store, NATIONAL);
    CaseNotices notices = new CaseNotices(store, NATIONAL, Notifications.NONE, target -> {});
    Following following = new Following(store, FOLLOW.with(follows), chance, alert -> {});
    ComplaintIntake intake =
        new ComplaintIntake(
            store,
            new IntakeParts(
                new SilentWriter(),
                Mappings.of(mapping),
                timekeeper,
                notices,
                code -> true,
                Unfamiliar.UNHEARD,
                target -> {},
                ComplaintFiles.NONE),
            following);
    Duration overlap =
        plant == Plant.NO_OVERLAP ? Duration.ZERO : PollSettings.DEFAULT.overlapMin();
    PollSettings settings =
        new PollSettings(
            true,
            overlap,
            plant == Plant.NO_OVERLAP ? Duration.ZERO : PollSettings.DEFAULT.overlapMax());
    poll = new PortalPoll(store, portal, intake, this::ours, settings, polled -> {});
    round = new FollowRound(store, following, this::ours, target -> {});
    reconciler = new Reconciler(store, portal, intake, following, this::ours);
    Reception reception = new Reception(store, this::ours, alert -> {});
    webhooks =
        new WebhookIntake(
            reception,
            TokenVerifier.of("x-token", List.of(TOKEN)),
            new PendingArrivals(reception, portal, intake));
    AnswerIntake answers =
        new AnswerIntake(
            store, new SilentWriter(), notices, timekeeper, AnswerRules.DEFAULT, target -> {});
    AgencyCode code = new AgencyCode("dishub");
    engine =
        new SimEngine(
            store,
            this::ours,
            Map.of(
                Targets.PORTAL_READ,
                new PortalFetch(portal, store, intake, this::ours),
                code.value(),
                new AgencyDelivery(code, agency, store, answers, timekeeper, this::ours)));
  }

  /** Runs it. */
  void run() {
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
      }
      settle();
      compare();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dlapor.seed=%d (%s, %s): %s".formatted(seed, course, portal.manner, e), e);
    }
  }

  private void step() {
    switch (chance.nextInt(12)) {
      case 0, 1, 2, 3 -> somethingHappens();
      case 4, 5 -> deliverSome();
      case 6, 7 -> poll.pollOnce();
      case 8 -> engine.work();
      case 9 -> now = now.plusSeconds(chance.nextInt(1, 600));
      case 10 -> {
        int unused = round.runOnce();
        engine.work();
      }
      default -> seldom();
    }
    now = now.plusMillis(chance.nextInt(1, 90_000));
  }

  private void seldom() {
    switch (chance.nextInt(7)) {
      case 0 -> restart();
      case 1 -> weAreAhead = Duration.ofSeconds(chance.nextInt(-3_600, 600));
      case 2 -> portalAhead = Duration.ofSeconds((long) chance.nextInt(-120, 120) * scale());
      case 3 -> portal.circles = !portal.circles;
      case 4 -> outage(Duration.ofDays(3));
      case 5 -> outage(Duration.ofMinutes(chance.nextInt(1, 90)));
      default -> now = now.plus(Duration.ofHours(chance.nextInt(1, 30)));
    }
  }

  /** A portal's clock is put further than a poll reaches back only where more than polls look. */
  private int scale() {
    return course == Course.COMPARED ? 60 : 1;
  }

  private void outage(Duration length) {
    downUntil = now.plus(length);
    while (now.isBefore(downUntil)) {
      somethingHappens();
      poll.pollOnce();
      now = now.plus(length.dividedBy(4));
    }
  }

  private void beforeCall() {
    if (now.isBefore(downUntil) || (faults && chance.nextInt(25) == 0)) {
      throw FarEndException.unreachable("nobody is there");
    }
    if (faults && chance.nextInt(5) == 0) {
      somethingHappens();
    }
  }

  private void somethingHappens() {
    List<String> ids =
        portal.rows.entrySet().stream()
            .filter(row -> !row.getValue().deleted)
            .map(Map.Entry::getKey)
            .toList();
    if (ids.isEmpty() || (portal.rows.size() < 12 && chance.nextInt(3) == 0)) {
      push(portal.files());
      return;
    }
    String id = ids.get(chance.nextInt(ids.size()));
    switch (chance.nextInt(10)) {
      case 0 -> portal.hides(id);
      case 1 -> {
        portal.closes(id);
        push(id);
        portal.changes(id); // in the same second
        push(id);
        portal.closes(id);
      }
      case 2 -> {
        if (course == Course.COMPARED) {
          portal.deletes(id);
          return;
        }
        portal.changes(id);
      }
      default -> portal.changes(id);
    }
    push(id);
  }

  private void push(String id) {
    if (!pushes || (course != Course.PUSHED && chance.nextInt(5) == 0)) {
      return; // lost
    }
    byte[] callback = portal.callback(id, chance.nextInt(4) == 0);
    underWay.add(callback);
  }

  private void deliverSome() {
    int several = chance.nextInt(1, 6);
    for (int i = 0; i < several && !underWay.isEmpty(); i++) {
      boolean ordered = course == Course.PUSHED && !portal.manner.revisions();
      deliver(underWay.get(ordered ? 0 : chance.nextInt(underWay.size())));
    }
  }

  private void deliver(byte[] callback) {
    receive(callback);
    underWay.remove(callback);
    delivered.add(callback);
    if (chance.nextInt(3) == 0) { // and once more, or one of long ago
      receive(delivered.get(chance.nextInt(delivered.size())));
    }
  }

  private void receive(byte[] callback) {
    var unused =
        webhooks
            .receive(webhooks.headersOf(name -> List.of(TOKEN)), callback)
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
  }

  /** No faults any more, and time enough for what each course has. */
  private void settle() {
    faults = false;
    portal.circles = false;
    downUntil = now;
    weAreAhead = Duration.ZERO;
    portalAhead = Duration.ZERO;
    now = now.plus(portal.manner.lateMax());
    while (!underWay.isEmpty()) {
      deliverSome();
    }
    for (int i = 0; i < 3; i++) {
      poll.pollOnce();
      now = now.plusSeconds(661); // what was put in by a clock that went ahead is due by then
      engine.work();
    }
    if (course == Course.COMPARED) {
      for (int i = 0; i < 3; i++) {
        var unused = reconciler.run(true, "engine");
        now = now.plusSeconds(61);
        engine.work();
        for (int hour = 0; hour < 3; hour++) {
          now = now.plus(Duration.ofMinutes(61));
          var unused2 = round.runOnce();
          engine.work();
        }
      }
    }
  }

  private void compare() {
    Map<Reference, AgencyComplaint> shown = new HashMap<>();
    agency.tickets().forEach(it -> shown.put(it.facts().reference(), it));
    assertThat(agency.tickets()).as("tickets").hasSize(shown.size());
    agency.updates().forEach(it -> shown.put(it.facts().reference(), it));
    portal.rows.forEach((id, row) -> compare(id, row, shown));
    List<TrackingId> all = store.read(tx -> store.complaints().all(tx));
    assertThat(all)
        .extracting(TrackingId::value)
        .as("cases that the portal never had")
        .allMatch(portal.rows::containsKey);
    // A portal that has none of them any more is not believed: it may be at a wrong address.
    boolean tells = portal.rows.values().stream().anyMatch(row -> !row.deleted);
    if (course == Course.COMPARED && tells) {
      assertThat(reconciler.run(false, "engine").orElseThrow().differences())
          .as("differences after the repair")
          .isEmpty();
    }
  }

  private void compare(String id, SimPortal.Row row, Map<Reference, AgencyComplaint> atAgency) {
    TrackingId tracking = new TrackingId(id);
    Optional<CaseRecord> ours = store.read(tx -> store.complaints().find(tx, tracking));
    if (row.deleted) {
      Optional<Follow> follow = store.read(tx -> store.follows().find(tx, tracking));
      boolean known = ours.isPresent() && portal.rows.values().stream().anyMatch(it -> !it.deleted);
      assertThat(!known || follow.filter(it -> it.phase() == Phase.GONE).isPresent())
          .as("deleted %s is marked, not %s", id, follow)
          .isTrue();
      return;
    }
    Complaint there = row.state.complaint();
    assertThat(ours).as("case of %s", id).isPresent();
    assertThat(ours.orElseThrow().complaint().title())
        .as("title of %s", id)
        .isEqualTo(there.title());
    assertThat(ours.get().complaint().status()).as("status of %s", id).isEqualTo(there.status());
    assertThat(ours.get().complaint().visibility())
        .as("flags of %s", id)
        .isEqualTo(there.visibility());
    new LegsAtAgency(store, atAgency).compare(ours.get(), there);
  }
}
