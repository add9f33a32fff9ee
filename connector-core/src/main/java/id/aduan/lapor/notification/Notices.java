package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.DueDate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes notices of what happens to cases. Pure; safe for use by many threads. */
public final class Notices {
  private static final int PASSED_PERCENT = 100;

  private final Ladder ladder;

  public Notices(Ladder ladder) {
    this.ladder = ladder;
  }

  /**
   * What is told of a case beside its clocks.
   *
   * @param category the portal's name of its category; empty if it has none
   * @param kind of the agency that has it
   */
  public record About(String category, AgencyKind kind) {}

  /**
   * The agency has a case that is new to it: to its liaison officer.
   *
   * @param occasion distinct for each time that the case is given to it
   * @param rerouted whether another agency had it before
   * @param due the nearest end of a clock, if one runs
   */
  public static Notice newCase(
      TrackingId complaint,
      AgencyCode agency,
      String occasion,
      boolean rerouted,
      Arrival arrival,
      Optional<DueDate> due) {
    return new Notice(
        rerouted ? Notice.Kind.CASE_REROUTED : Notice.Kind.CASE_NEW,
        Optional.of(complaint),
        Optional.of(agency),
        occasion,
        Set.of(Role.LIAISON),
        Map.of(
            "kategori", arrival.category(),
            "diterima", Days.written(arrival.at(), arrival.zone()),
            "jatuh_tempo", due.map(it -> Days.written(it.date())).orElse("-")));
  }

  /**
   * The reporter added something to a case that the agency has, and its own system cannot be told:
   * to its liaison officer.
   *
   * @param occasion distinct for each reply
   */
  public static Notice replied(
      TrackingId complaint, AgencyCode agency, String occasion, String category) {
    return new Notice(
        Notice.Kind.REPORTER_REPLIED,
        Optional.of(complaint),
        Optional.of(agency),
        occasion,
        Set.of(Role.LIAISON),
        Map.of("kategori", category));
  }

  /**
   * Something happened to a case that its agency's own system cannot be told, or has no part in any
   * more: to its liaison officer.
   *
   * @param kind one of those that speak of the category alone
   * @param occasion distinct for each time
   */
  public static Notice taken(
      Notice.Kind kind, TrackingId complaint, AgencyCode agency, String occasion, String category) {
    return new Notice(
        kind,
        Optional.of(complaint),
        Optional.of(agency),
        occasion,
        Set.of(Role.LIAISON),
        Map.of("kategori", category));
  }

  /**
   * A case waits for the coordinator.
   *
   * @param agency who has it, if one does
   * @param queue what for, as officials call it
   * @param occasion distinct for each time that it begins to wait
   */
  public static Notice waiting(
      TrackingId complaint,
      Optional<AgencyCode> agency,
      String queue,
      String occasion,
      String category) {
    return new Notice(
        Notice.Kind.COORDINATOR_WAITING,
        Optional.of(complaint),
        agency,
        occasion,
        Set.of(Role.COORDINATOR),
        Map.of("kategori", category, "antrean", queue));
  }

  /**
   * How a case came.
   *
   * @param at when the portal recorded it
   * @param zone the agency's
   */
  public record Arrival(String category, Instant at, ZoneId zone) {}

  /**
   * A step of a clock was reached: to those whom the ladder names. Nobody is warned of what is the
   * reporter's or the portal's to do, and of the coordinator's own duties only the coordinator.
   *
   * @param percent the step
   */
  public Optional<Notice> step(
      CaseClocks clocks, Clock clock, ClockRule rule, int percent, About about, Instant now) {
    if (!clock.duty().isOffices()) {
      return Optional.empty();
    }
    Set<Role> to =
        clock.duty() == Duty.COORDINATOR
            ? Set.of(Role.COORDINATOR)
            : ladder.at(about.kind(), percent);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    boolean passed = percent >= PASSED_PERCENT;
    long left = Days.left(clock.due(), now);
    Map<String, String> facts = new HashMap<>();
    facts.put("kategori", about.category());
    facts.put("aturan", rule.name().id());
    facts.put("persen", Integer.toString(percent));
    facts.put("jatuh_tempo", Days.due(clock));
    if (passed) {
      facts.put("terlambat", Days.late(clock, now));
      facts.put("terlambat_hari", Long.toString(Math.max(0, -left)));
    } else {
      facts.put("sisa", Days.left(clock, now));
      facts.put("sisa_hari", Long.toString(Math.max(0, left)));
    }
    return Optional.of(
        new Notice(
            passed ? Notice.Kind.OVERDUE : Notice.Kind.WARNING,
            Optional.of(clocks.complaint()),
            clocks.facts().agency(),
            rule.id() + " " + clock.period() + " " + percent,
            to,
            facts));
  }
}
