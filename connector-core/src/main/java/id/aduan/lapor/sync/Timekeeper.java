package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what happens to cases, and keeps their clocks by it, all in the caller's transaction.
 * Each event costs one read and one write of the case's row. Safe for use by many threads.
 */
public final class Timekeeper {
  /** More than a case ever has; from then on the newest takes the place of the one before it. */
  static final int EVENTS_MAX = 1000;

  /** From what age on a case is an old one when an export first tells of it. */
  static final Duration OLD_AFTER = Duration.ofDays(30);

  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
  private static final String RULES_CHANGED = "rules or calendar ";
  private static final Set<CaseEvent> BEGINNINGS =
      EnumSet.of(CaseEvent.SERVICE_RECEIVED, CaseEvent.RECEIVED, CaseEvent.ARRIVED);

  private final CaseStore store;
  private final Detection detection;
  private final Clockwork clockwork;
  private final ClockStory story;

  /** One that tells nobody how soon cases come. */
  public Timekeeper(CaseStore store, Deadlines deadlines) {
    this(store, deadlines, Detection.UNHEARD);
  }

  public Timekeeper(CaseStore store, Deadlines deadlines, Detection detection) {
    this.store = store;
    this.detection = detection;
    this.clockwork = deadlines.clockwork();
    this.story = new ClockStory(store.audit());
  }

  /** Begins the clocks of a case that was not known before. */
  CaseClocks opened(Tx tx, CaseRecord record, List<Occurrence> first, Instant now) {
    CaseClocks clocks = compute(record, List.of(), first, List.of());
    keep(tx, Optional.empty(), clocks, now);
    detection.opened(tx, OpeningEvents.start(record), now, clocks);
    return clocks;
  }

  /**
   * The same for a case that an export tells of: that it comes late is in the nature of exports.
   * What passed long before is not warned of step by step (CMP-17): the clock is late, and shows
   * it.
   */
  CaseClocks openedLate(Tx tx, CaseRecord record, List<Occurrence> first, Instant now) {
    CaseClocks all = compute(record, List.of(), first, List.of());
    Instant start = OpeningEvents.start(record).at();
    boolean old = Duration.between(start, now).compareTo(OLD_AFTER) > 0;
    CaseClocks clocks = old ? clockwork.passedOver(all, now) : all;
    keep(tx, Optional.empty(), clocks, now);
    return clocks;
  }

  /**
   * Keeps the events of a case that had ended when we first heard of it. When it ended is not told,
   * so no clock is held against anybody; should it be opened again, its clocks begin then.
   */
  void ended(Tx tx, CaseRecord record) {
    List<Occurrence> events = new ArrayList<>(OpeningEvents.of(record));
    events.add(Occurrence.of(CaseEvent.CLOSED, OpeningEvents.start(record).at()));
    CaseClocks all = compute(record, List.of(), events, List.of());
    store
        .clocks()
        .save(
            tx, new CaseClocks(all.complaint(), all.facts(), all.events(), List.of(), all.basis()));
  }

  /** Something happened to a case, or what it is has changed. */
  CaseClocks happened(Tx tx, CaseRecord record, List<Occurrence> what, Instant now) {
    Optional<CaseClocks> known = known(tx, record.complaint().id());
    List<Occurrence> before =
        known.map(CaseClocks::events).orElseGet(() -> history(tx, record, now));
    CaseClocks after = compute(record, before, what, clocks(known, now));
    keep(tx, known, after, now);
    return after;
  }

  /**
   * The same for a case of which nothing else has changed; one that there is not is passed over.
   */
  public void happened(Tx tx, TrackingId id, Occurrence what, Instant now) {
    Optional<CaseClocks> known = known(tx, id);
    if (known.isEmpty()) {
      record(tx, id).ifPresent(record -> happened(tx, record, List.of(what), now));
      return;
    }
    CaseFacts facts = known.get().facts();
    List<Occurrence> events = merged(known.get().events(), List.of(what));
    keep(tx, known, clockwork.compute(id, facts, events, clocks(known, now)), now);
  }

  /** The case began at another time than was known: its clocks start anew from there. */
  CaseClocks begunOtherwise(Tx tx, CaseRecord record, List<Occurrence> what, Instant now) {
    Optional<CaseClocks> known = known(tx, record.complaint().id());
    List<Occurrence> others =
        known.map(CaseClocks::events).orElseGet(() -> history(tx, record, now)).stream()
            .filter(event -> !BEGINNINGS.contains(event.event()))
            .toList();
    List<Occurrence> before = merged(OpeningEvents.of(record), others);
    CaseClocks after = compute(record, before, what, clocks(known, now));
    keep(tx, known, after, now);
    return after;
  }

  /** What happened to a case so far, in its order. */
  List<Occurrence> events(Tx tx, CaseRecord record, Instant now) {
    return known(tx, record.complaint().id())
        .map(CaseClocks::events)
        .orElseGet(() -> history(tx, record, now));
  }

  /** The clocks of a case by the rules in force; those of one that had none are begun. */
  Optional<CaseClocks> clocks(Tx tx, TrackingId id, Instant now) {
    return record(tx, id).map(record -> happened(tx, record, List.of(), now));
  }

  /** Begins the clocks of a case from its story, where an earlier version kept none. */
  void begin(Tx tx, TrackingId id, Instant now) {
    if (known(tx, id).isEmpty()) {
      Optional<CaseRecord> record = record(tx, id);
      if (record.isPresent()) {
        happened(tx, record.get(), List.of(), now);
      } else {
        store.clocks().silence(tx, id);
      }
    }
  }

  /**
   * The clocks of a case. Damaged ones read as none and are made anew from the case's story, so
   * that no damage to them holds up a complaint or an answer; what only a person had recorded is
   * lost then, and that is told.
   */
  Optional<CaseClocks> known(Tx tx, TrackingId id) {
    try {
      return store.clocks().find(tx, id);
    } catch (CorruptRowException e) {
      LOG.error("{}; its clocks are made anew from its story", e.getMessage());
      return Optional.empty();
    }
  }

  /** The case; none where its row is damaged, since one case must not hold up the others. */
  private Optional<CaseRecord> record(Tx tx, TrackingId id) {
    try {
      return store.complaints().find(tx, id);
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; the clocks of case {} are left alone", e.getMessage(), id);
      return Optional.empty();
    }
  }

  /** What another calendar counted is counted anew first, so that the old day is on record. */
  CaseClocks current(CaseClocks known, Instant now) {
    return clockwork.isCurrent(known)
        ? known
        : clockwork.recompute(known, now, RULES_CHANGED + clockwork.version());
  }

  /** Keeps what the clocks of a case have become, and tells its story. */
  void keep(Tx tx, Optional<CaseClocks> before, CaseClocks after, Instant now) {
    if (before.filter(after::equals).isEmpty()) {
      store.clocks().save(tx, after);
      story.tell(tx, before.map(CaseClocks::clocks).orElse(List.of()), after, now);
    }
  }

  private List<Clock> clocks(Optional<CaseClocks> known, Instant now) {
    return known.map(it -> current(it, now).clocks()).orElse(List.of());
  }

  private List<Occurrence> history(Tx tx, CaseRecord record, Instant now) {
    String id = record.complaint().id().value();
    return CaseHistory.of(record, store.audit().about(tx, id), now);
  }

  private CaseClocks compute(
      CaseRecord record, List<Occurrence> before, List<Occurrence> what, List<Clock> clocks) {
    CaseFacts facts =
        new CaseFacts(
            record.complaint().classification().kind(),
            record.complaint().visibility(),
            record.assigned().map(CaseRecord.Assignment::agency));
    return clockwork.compute(record.complaint().id(), facts, merged(before, what), clocks);
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
}
