package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what happens to cases, and keeps their clocks by it, all in the caller's transaction.
 * Each event costs one read and one write of the case's row. Safe for use by many threads.
 */
public final class Timekeeper {
  /** More than a case ever has; from then on the newest takes the place of the one before it. */
  static final int EVENTS_MAX = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
  private static final String ACTOR = "engine";
  private static final String RULES_CHANGED = "rules or calendar ";
  private final CaseStore store;
  private final Deadlines deadlines;
  private final Detection detection;
  private final Clockwork clockwork;
  private final String version;

  /** One that tells nobody how soon cases come. */
  public Timekeeper(CaseStore store, Deadlines deadlines) {
    this(store, deadlines, Detection.UNHEARD);
  }

  public Timekeeper(CaseStore store, Deadlines deadlines, Detection detection) {
    this.detection = detection;
    this.store = store;
    this.deadlines = deadlines;
    this.clockwork = deadlines.clockwork();
    this.version = deadlines.version();
  }

  /** Begins the clocks of a case that was not known before. */
  CaseClocks opened(Tx tx, CaseRecord record, List<Occurrence> first, Instant now) {
    TrackingId id = record.complaint().id();
    CaseClocks clocks = compute(id, facts(record), List.of(), first, List.of());
    keep(tx, Optional.empty(), clocks, now);
    detection.opened(tx, OpeningEvents.start(record), now, clocks);
    return clocks;
  }

  /** Something happened to a case, or nothing but its classification has changed. */
  CaseClocks happened(Tx tx, CaseRecord record, List<Occurrence> what, Instant now) {
    TrackingId id = record.complaint().id();
    CaseClocks before = before(tx, record, now);
    CaseClocks clocks = compute(id, facts(record), before.events(), what, before.clocks());
    keep(tx, Optional.of(before), clocks, now);
    return clocks;
  }

  /**
   * The same for a case of which nothing else has changed; one that there is not is passed over.
   */
  public void happened(Tx tx, TrackingId id, Occurrence what, Instant now) {
    Optional<CaseClocks> known = known(tx, id);
    if (known.isEmpty()) {
      store.complaints().find(tx, id).ifPresent(record -> happened(tx, record, List.of(what), now));
      return;
    }
    CaseClocks before = current(known.get(), now);
    keep(
        tx,
        known,
        compute(id, before.facts(), before.events(), List.of(what), before.clocks()),
        now);
  }

  /** Begins the clocks of a case from its story, where an earlier version kept none. */
  void begin(Tx tx, CaseRecord record, Instant now) {
    if (known(tx, record.complaint().id()).isEmpty()) {
      happened(tx, record, List.of(), now);
    }
  }

  /**
   * Counts the open clocks of a case by the rules and calendars in force.
   *
   * @return how many due days moved
   */
  int recount(Tx tx, TrackingId id, Instant now) {
    Optional<CaseClocks> known = known(tx, id);
    if (known.isEmpty()) {
      store.complaints().find(tx, id).ifPresent(record -> begin(tx, record, now));
      return 0;
    }
    CaseClocks before = known.get();
    CaseClocks after = clockwork.recompute(before, now, RULES_CHANGED + version);
    if (after.equals(before)) {
      return 0;
    }
    store.clocks().save(tx, after);
    List<Clock> moved =
        after.clocks().stream()
            .filter(clock -> clock.moved().filter(move -> move.at().equals(now)).isPresent())
            .toList();
    tell(tx, after, Action.DUE_MOVED, moved, Timekeeper::move, now);
    return moved.size();
  }

  /** A step of a clock that was reached. */
  record Reached(Clock clock, int percent) {}

  /** What is due of a case; without clocks where they were damaged. */
  record Due(Optional<CaseClocks> clocks, List<Reached> reached) {}

  /**
   * Records the steps that are due as given.
   *
   * @return them, in their order
   */
  Due reached(Tx tx, TrackingId id, Instant now) {
    Optional<CaseClocks> known = known(tx, id);
    if (known.isEmpty()) {
      store.complaints().find(tx, id).ifPresent(record -> begin(tx, record, now));
      return new Due(Optional.empty(), List.of());
    }
    CaseClocks clocks = current(known.get(), now);
    List<Integer> percents = percents(clocks.facts());
    List<Reached> reached = new ArrayList<>();
    boolean more = true;
    while (more) {
      List<Clock> stepped = new ArrayList<>();
      more = false;
      for (Clock clock : clocks.clocks()) {
        boolean due =
            clock.steps() < percents.size()
                && clock.nextAt().filter(at -> !at.isAfter(now)).isPresent();
        if (due) {
          reached.add(new Reached(clock, percents.get(clock.steps())));
        }
        stepped.add(due ? clock.stepped() : clock);
        more |= due;
      }
      clocks = clockwork.compute(clocks.complaint(), clocks.facts(), clocks.events(), stepped);
    }
    store.clocks().save(tx, clocks);
    return new Due(Optional.of(clocks), reached);
  }

  private List<Integer> percents(CaseFacts facts) {
    return deadlines.steps().of(deadlines.offices().of(facts.agency()).kind());
  }

  private static String move(Clock clock) {
    Clock.Move move = clock.moved().orElseThrow();
    ZoneId zone = clock.due().zone();
    return "%s %s -> %s (%s)"
        .formatted(
            clock.rule(),
            LocalDate.ofInstant(move.from(), zone),
            clock.due().date(),
            move.reason());
  }

  /** Keeps what the clocks of a case have become, and tells its story. */
  void keep(Tx tx, Optional<CaseClocks> before, CaseClocks after, Instant now) {
    if (before.filter(after::equals).isPresent()) {
      return;
    }
    store.clocks().save(tx, after);
    List<Clock> known = before.map(CaseClocks::clocks).orElse(List.of());
    tell(tx, after, Action.DUE_SET, moved(known, after.clocks()), Timekeeper::due, now);
    tell(tx, after, Action.CLOCK_ENDED, ended(known, after.clocks()), Timekeeper::end, now);
  }

  /**
   * The clocks of a case. Damaged ones read as none and are made anew from the case's story, so
   * that no damage to them holds up a complaint or an answer; what only a person had recorded is
   * lost then, and that is told.
   */
  private Optional<CaseClocks> known(Tx tx, TrackingId id) {
    try {
      return store.clocks().find(tx, id);
    } catch (CorruptRowException e) {
      LOG.error("{}; its clocks are made anew from its story", e.getMessage());
      return Optional.empty();
    }
  }

  /** The clocks of a case by the rules in force; those of one that had none are begun. */
  Optional<CaseClocks> clocks(Tx tx, TrackingId id, Instant now) {
    return store.complaints().find(tx, id).map(record -> happened(tx, record, List.of(), now));
  }

  private CaseClocks before(Tx tx, CaseRecord record, Instant now) {
    TrackingId id = record.complaint().id();
    return known(tx, id)
        .map(known -> current(known, now))
        .orElseGet(
            () ->
                new CaseClocks(
                    id,
                    facts(record),
                    CaseHistory.of(record, store.audit().about(tx, id.value())),
                    List.of()));
  }

  /** What another calendar counted is counted anew first, so that the old day is on record. */
  private CaseClocks current(CaseClocks known, Instant now) {
    return clockwork.isCurrent(known)
        ? known
        : clockwork.recompute(known, now, RULES_CHANGED + version);
  }

  private CaseClocks compute(
      TrackingId id,
      CaseFacts facts,
      List<Occurrence> before,
      List<Occurrence> what,
      List<Clock> clocks) {
    return clockwork.compute(id, facts, merged(before, what), clocks);
  }

  /** In the order in which they happened, which need not be that in which we hear of them. */
  private static List<Occurrence> merged(List<Occurrence> before, List<Occurrence> what) {
    List<Occurrence> events = new ArrayList<>(before);
    for (Occurrence next : what) {
      if (events.size() >= EVENTS_MAX) {
        events.remove(events.size() - 1);
      }
      events.add(next);
    }
    events.sort(Comparator.comparing(Occurrence::at));
    return events;
  }

  private static CaseFacts facts(CaseRecord record) {
    return new CaseFacts(
        record.complaint().classification().kind(),
        record.complaint().visibility(),
        record.assigned().map(CaseRecord.Assignment::agency));
  }

  private static List<Clock> moved(List<Clock> before, List<Clock> after) {
    return after.stream()
        .filter(clock -> clock.state().isOpen())
        .filter(clock -> same(before, clock).filter(old -> old.due().equals(clock.due())).isEmpty())
        .toList();
  }

  private static List<Clock> ended(List<Clock> before, List<Clock> after) {
    return after.stream()
        .filter(clock -> !clock.state().isOpen())
        .filter(clock -> same(before, clock).filter(old -> old.state() == clock.state()).isEmpty())
        .toList();
  }

  private static Optional<Clock> same(List<Clock> clocks, Clock clock) {
    return clocks.stream()
        .filter(other -> other.rule().equals(clock.rule()) && other.period() == clock.period())
        .findFirst();
  }

  private static String due(Clock clock) {
    return clock.rule()
        + " "
        + (clock.limit().unit().isDay() ? clock.due().date() : clock.due().at())
        + " "
        + clock.due().certainty();
  }

  private static String end(Clock clock) {
    return clock.rule() + " " + clock.state();
  }

  private void tell(
      Tx tx,
      CaseClocks of,
      Action action,
      List<Clock> clocks,
      Function<Clock, String> words,
      Instant now) {
    if (!clocks.isEmpty()) {
      String detail = clocks.stream().map(words).collect(Collectors.joining(", "));
      store.audit().append(tx, new AuditEntry(now, ACTOR, action, of.complaint().value(), detail));
    }
  }
}
