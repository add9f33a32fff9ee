package id.aduan.lapor.simulation;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView.Row;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.jdbc.SteppedStore;
import id.aduan.lapor.sync.CaseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a run ends: no faults any more, time goes on until nothing is left to do, and then all of it
 * is where it belongs, or waits for a person with its reason.
 */
final class Ending {
  private static final int ROUNDS_MAX = 400;

  /** A clock off by a day and the longest pauses, some times over. */
  private static final Duration TIME_MAX = Duration.ofDays(20);

  /** Why the end of what was begun may never have been recorded. */
  private static final Set<Course.Fault> UNRECORDED =
      Set.of(Course.Fault.DEATH, Course.Fault.COMMIT_LOST, Course.Fault.FENCED);

  private static final int QUIET_ROUNDS = 3;
  private static final Duration PAUSE_MIN = Duration.ofSeconds(61);

  /** What a clock that was put back by a day holds up is waited for in a few rounds. */
  private static final Duration PAUSE_MAX = Duration.ofHours(12);

  private final Scene scene;
  private final Course course;
  private final SteppedStore store;
  private final List<Node> nodes;

  Ending(Scene scene, List<Node> nodes) {
    this.scene = scene;
    this.course = scene.course();
    this.store = scene.ground().store();
    this.nodes = nodes;
  }

  void run() {
    course.faults = false;
    course.tell("no faults any more");
    int quiet = 0;
    Duration pause = PAUSE_MIN;
    Instant latest = course.now().plus(TIME_MAX);
    for (int i = 0; quiet < QUIET_ROUNDS; i++) {
      course.require(
          i < ROUNDS_MAX && course.now().isBefore(latest), waiting() + " entries wait without end");
      int ran = scene.ran().size();
      long before = course.digest();
      nodes.forEach(this::work);
      boolean done = scene.portal().callbacks.isEmpty() && store.nextDue().isEmpty();
      boolean polled = scene.ran().size() - ran >= 1 + Ground.AGENCIES.size();
      quiet = done && polled ? quiet + 1 : 0;
      // After a clock was put back, all that has a time waits as long as by its old one.
      pause = course.digest() != before ? untilNext() : longer(pause);
      course.pass(pause);
    }
    course.require(
        store.look((parts, tx) -> parts.inboxView().pending(tx)).entries() == 0,
        "C1: a callback was acknowledged and is not applied");
    scene.portal().rows.forEach(this::compare);
    scene.agencies().values().forEach(this::answersOf);
  }

  private void work(Node node) {
    node.still = false;
    if (!node.isUp()) {
      node.start();
    }
    Life life = node.stepped().orElseThrow();
    List.copyOf(scene.portal().callbacks)
        .forEach(
            callback -> {
              course.require(life.hears(callback), "nothing hinders a callback");
              scene.portal().callbacks.remove(callback);
            });
    life.applyPending();
    life.turnAll();
    int rounds = 0;
    do {
      course.require(rounds++ < ROUNDS_MAX, "entries are due again and again, and at once");
      life.round();
    } while (worked(life));
    course.check();
  }

  /** Whether there was any: what comes after it in its lane can be claimed now. */
  private boolean worked(Life life) {
    boolean worked = false;
    while (life.work()) {
      course.check();
      worked = true;
    }
    return worked;
  }

  private static Duration longer(Duration pause) {
    return within(pause.multipliedBy(4));
  }

  /** Nothing comes of rounds before the next entry is due. */
  private Duration untilNext() {
    return within(
        store.nextDue().map(due -> Duration.between(course.now(), due)).orElse(PAUSE_MIN));
  }

  private static Duration within(Duration pause) {
    return pause.compareTo(PAUSE_MIN) < 0
        ? PAUSE_MIN
        : pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
  }

  private List<Row> entriesOf(TrackingId id) {
    return store.look((parts, tx) -> parts.outboxView().entriesOf(tx, id));
  }

  private long waiting() {
    return scene.portal().rows.keySet().stream()
        .flatMap(id -> entriesOf(new TrackingId(id)).stream())
        .filter(row -> !row.state().isSettled() && row.state() != State.PARKED)
        .count();
  }

  private Optional<Row> parked(TrackingId id, String target) {
    return entriesOf(id).stream()
        .filter(row -> row.lane().target().equals(target) && row.state() == State.PARKED)
        .findFirst();
  }

  private void compare(String id, PortalState there) {
    TrackingId tracking = new TrackingId(id);
    entriesOf(tracking).forEach(this::reason);
    CaseRecord ours =
        store
            .look((parts, tx) -> parts.complaints().find(tx, tracking))
            .orElseThrow(() -> course.fail("C3: " + id + " is lost"));
    course.require(
        ours.complaint().title().equals(there.complaint().title())
            || parked(tracking, Targets.PORTAL_READ).isPresent(),
        "C13: %s is at %s here and at %s on the portal"
            .formatted(id, ours.complaint().title(), there.complaint().title()));
    String institution = there.complaint().disposition().orElseThrow().id();
    AgencyModel agency = scene.agency(Ground.AGENCIES.get(Integer.parseInt(institution) - 1));
    if (parked(tracking, agency.code.value()).isPresent()) {
      return;
    }
    AgencyModel.Ticket ticket = agency.tickets.get(id);
    if (ticket == null) {
      throw course.fail("C1: " + id + " never reached " + agency.code);
    }
    course.require(
        !agency.updates || ("v" + ticket.version).equals(ours.complaint().title()),
        "C13: ticket %s is at v%d, and the case at %s"
            .formatted(ticket.number, ticket.version, ours.complaint().title()));
  }

  /** Nothing waits for a person without a reason that happened. */
  private void reason(Row row) {
    if (row.state() != State.PARKED) {
      return;
    }
    course.count(Course.Fault.PARKED);
    AgencyCode code =
        Ground.AGENCIES.stream()
            .filter(it -> it.value().equals(row.lane().target()))
            .findFirst()
            .orElse(null);
    boolean blind = code != null && scene.agency(code).manner == AgencyModel.Manner.NEITHER;
    boolean because =
        switch (row.code()) {
          case Settlement.UNKNOWN_OUTCOME ->
              blind || row.attempts() >= 20 || row.detail().startsWith("refused when repeated");
          case Settlement.CRASHED -> UNRECORDED.stream().anyMatch(course.happened::containsKey);
          case Settlement.REFUSED -> course.happened.containsKey(Course.Fault.REFUSED);
          default -> false;
        };
    course.require(
        because, "parked without a reason that happened: " + row + " of " + course.happened);
  }

  private void answersOf(AgencyModel agency) {
    agency.answers.forEach(
        (text, said) -> {
          TrackingId id = new TrackingId(said.reference());
          boolean waits =
              parked(id, agency.code.value()).isPresent() || parked(id, Targets.PORTAL).isPresent();
          course.require(
              waits || scene.portal().published.contains(text),
              "C1: answer %d of %s to %s never reached the portal"
                  .formatted(said.place(), agency.code, id));
        });
  }
}
