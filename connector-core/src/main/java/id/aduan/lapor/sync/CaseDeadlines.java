package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WorkingCalendar;
import id.aduan.lapor.deadline.explain.Deadline;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The deadlines of cases with all that they were counted by: the rules and calendars in force, or
 * those of their time, which the store keeps. Safe for use by many threads.
 */
public final class CaseDeadlines {
  /** So many calendars of earlier times are kept in memory. */
  private static final int CALENDARS_MAX = 32;

  private final CaseStore store;
  private final Deadlines deadlines;
  private final Map<String, WorkingCalendar> earlier = new ConcurrentHashMap<>();

  public CaseDeadlines(CaseStore store, Deadlines deadlines) {
    this.store = store;
    this.deadlines = deadlines;
  }

  /**
   * A clock of a case.
   *
   * @param deadline empty where the rules or the calendar that counted are not kept
   */
  public record Told(Clock clock, Optional<Deadline> deadline) {}

  /**
   * Those of a case; none for a case that there is not.
   *
   * @param asOf the moment that their state is told for
   * @throws id.aduan.lapor.failure.CorruptRowException when its clocks are not as they were written
   */
  public List<Told> of(Tx tx, TrackingId id, Instant asOf) {
    return store.clocks().find(tx, id).stream()
        .flatMap(all -> all.clocks().stream().map(clock -> told(tx, all, clock, asOf)))
        .toList();
  }

  private Told told(Tx tx, CaseClocks all, Clock clock, Instant asOf) {
    Optional<Office> office = office(tx, all, clock);
    return new Told(
        clock,
        rule(tx, clock)
            .flatMap(rule -> office.map(of -> new Deadline(all, clock, rule, of, asOf))));
  }

  /**
   * How many whole units of a clock's limit were used up when it ended, or by a moment before that;
   * empty where the calendar that counted is not kept.
   */
  Optional<Integer> used(Tx tx, CaseClocks all, Clock clock, Instant asOf) {
    Instant until = clock.endedAt().filter(end -> end.isBefore(asOf)).orElse(asOf);
    return office(tx, all, clock)
        .map(office -> office.used(clock.limit(), clock.startedAt(), clock.pauses(), until));
  }

  private Optional<ClockRule> rule(Tx tx, Clock clock) {
    RuleBook inForce = deadlines.rules();
    Optional<RuleBook> book =
        clock.rulesVersion().equals(inForce.version())
            ? Optional.of(inForce)
            : store.bases().find(tx, clock.rulesVersion()).map(RuleBook::fromJson);
    return book.flatMap(rules -> rules.find(clock.rule()));
  }

  /** As it is today, but for the calendar and the zone, which are those of the due date. */
  private Optional<Office> office(Tx tx, CaseClocks all, Clock clock) {
    Office today = deadlines.offices().of(all.facts().agency());
    String version = clock.due().calendarVersion();
    Optional<WorkingCalendar> calendar =
        version.equals(today.calendar().version())
            ? Optional.of(today.calendar())
            : calendar(tx, version);
    return calendar.map(
        it -> {
          boolean counts = today.countsReceiptDay();
          Office same = new Office(today.kind(), it, clock.due().zone(), today.hours(), counts);
          return reproduces(same, clock)
              ? same
              : new Office(today.kind(), it, clock.due().zone(), today.hours(), !counts);
        });
  }

  /** One that is not in force any more; it is read once for the many clocks that it counted. */
  private Optional<WorkingCalendar> calendar(Tx tx, String version) {
    Optional<WorkingCalendar> known = Optional.ofNullable(earlier.get(version));
    if (known.isPresent()) {
      return known;
    }
    Optional<WorkingCalendar> read = store.bases().find(tx, version).map(WorkingCalendar::fromJson);
    read.filter(it -> earlier.size() < CALENDARS_MAX).ifPresent(it -> earlier.put(version, it));
    return read;
  }

  /** Whether the day of receipt was counted then as it is today. */
  private static boolean reproduces(Office office, Clock clock) {
    return office
        .due(clock.limit(), clock.startedAt(), clock.pauses())
        .date()
        .equals(clock.due().date());
  }
}
