package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.audit.AuditTrail.NumberedEntry;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.RuleBook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 75 days of 4,000 cases, or by {@code make nightly} a year of 50,000, on an injected clock, with
 * two restarts a day: each warning exactly once, in office hours, and none of a case that was
 * answered before.
 */
@Tag("CMP-17")
class YearOfWarningsTest {
  private static final boolean THOROUGH = Boolean.getBoolean("lapor.thorough");
  private static final int CASES = THOROUGH ? 50_000 : 2_000;
  private static final Duration SWEEP = Duration.ofMinutes(30);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END =
      Instant.parse(THOROUGH ? "2027-01-01T00:00:00Z" : "2026-03-17T00:00:00Z");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final List<Integer> PERCENTS = List.of(50, 80, 100);
  private static final String SETTLE = "sp4n.complaint_no_supervision";

  @TempDir private Path dir;

  /** One case: when it comes, and when its answer ends what warns. */
  private record Case(String id, Instant received, Instant closed) {}

  /** The settlement limit alone, so that a year fits into a test. */
  private static Deadlines settlement() {
    Deadlines national = Deadlines.national();
    RuleBook one = new RuleBook("one~0", List.of(national.rules().find(SETTLE).orElseThrow()));
    return new Deadlines(one, national.offices(), national.steps());
  }

  @Test
  void eachWarningIsGivenExactlyOnceOverTwoRestartsADay() {
    long seed = 20261126;
    List<Case> cases = cases(new Random(seed));
    Map<String, Integer> given = new HashMap<>();
    int restarts = 0;
    Deadlines settlement = settlement();
    try (ClockRig rig = new ClockRig(dir, settlement)) {
      PriorityQueue<Case> closing = new PriorityQueue<>(Comparator.comparing(Case::closed));
      int next = 0;
      long seen = 0;
      long sweeps = 0;
      for (Instant now = START; now.isBefore(END); now = now.plus(SWEEP)) {
        rig.now = now;
        List<Case> arrived = new ArrayList<>();
        while (next < cases.size() && !cases.get(next).received().isAfter(now)) {
          arrived.add(cases.get(next++));
        }
        List<Case> closed = new ArrayList<>();
        closing.addAll(arrived);
        while (!closing.isEmpty() && !closing.peek().closed().isAfter(now)) {
          closed.add(closing.poll());
        }
        apply(rig, arrived, closed, now);
        int unused = rig.sweep().run(() -> false);
        sweeps++;
        if (sweeps % 24 == 0) {
          seen = count(rig, seen, given);
          rig.restart(settlement);
          restarts++;
        }
      }
      count(rig, seen, given);
    }

    assertThat((long) restarts)
        .as("two a day")
        .isEqualTo(2 * Duration.between(START, END).toDays());
    assertThat(given).as("seed %d", seed).isEqualTo(expected(cases));
    assertThat(given.size()).as("warnings there were").isGreaterThan(CASES / 2);
  }

  private static List<Case> cases(Random random) {
    long year = Duration.between(START, END).toSeconds();
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Instant received = START.plusSeconds((long) (random.nextDouble() * year));
      Instant closed = received.plus(Duration.ofMinutes((long) (random.nextDouble() * 60_000)));
      cases.add(new Case("", received, closed));
    }
    cases.sort(Comparator.comparing(Case::received));
    List<Case> numbered = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Case each = cases.get(i);
      numbered.add(new Case(Integer.toString(9_000_000 + i), each.received(), each.closed()));
    }
    return numbered;
  }

  private static void apply(ClockRig rig, List<Case> arrived, List<Case> closed, Instant now) {
    boolean unused =
        rig.store.inTransaction(
            tx -> {
              for (Case each : arrived) {
                CaseRecord record = record(each);
                rig.store.complaints().save(tx, record);
                rig.timekeeper.opened(
                    tx, record, List.of(Occurrence.of(CaseEvent.RECEIVED, each.received())), now);
              }
              for (Case each : closed) {
                TrackingId id = new TrackingId(each.id());
                rig.timekeeper.happened(
                    tx, id, Occurrence.of(CaseEvent.CLOSED, each.closed()), now);
              }
              return true;
            });
  }

  private static CaseRecord record(Case each) {
    var complaint =
        Samples.with(Samples.complaint(each.id(), "1398"), Visibility.UNKNOWN, Status.UNKNOWN);
    return new CaseRecord(
        complaint,
        OptionalLong.empty(),
        Optional.empty(),
        each.received(),
        Optional.of(new CaseRecord.Assignment(DISHUB, "DEFAULT", "m.yaml:1", "1")));
  }

  /** Reads on in the audit trail, which nothing takes back, and counts the warnings in it. */
  private static long count(ClockRig rig, long seen, Map<String, Integer> given) {
    long last = seen;
    List<NumberedEntry> page;
    do {
      long from = last;
      page = rig.store.read(tx -> rig.store.audit().after(tx, from, 5000));
      for (NumberedEntry numbered : page) {
        AuditEntry entry = numbered.entry();
        last = numbered.sequence();
        if (entry.action() == Action.WARNED) {
          String step = entry.detail().replace(": nobody to tell", "");
          given.merge(entry.subject() + " " + step + " " + entry.at(), 1, Integer::sum);
        }
      }
    } while (!page.isEmpty());
    return last;
  }

  /** Each step at the first sweep after its moment, unless the case was closed by then. */
  private static Map<String, Integer> expected(List<Case> cases) {
    Office office = CalendarSettings.national().office(AgencyKind.OTHER);
    Limit limit = new Limit(14, Unit.WORKING_DAY);
    Map<String, Integer> expected = new TreeMap<>();
    for (Case each : cases) {
      for (int percent : PERCENTS) {
        Instant moment = office.moment(limit, each.received(), List.of(), percent);
        Instant sweep = firstOpenSweepFrom(moment, office);
        if (sweep.isBefore(END) && firstSweepFrom(each.closed()).isAfter(sweep)) {
          assertThat(office.isOpen(moment)).isTrue();
          expected.put(each.id() + " " + SETTLE + " " + percent + " % " + sweep, 1);
        }
      }
    }
    return expected;
  }

  /** Nobody is warned after closing time: what falls between the last sweep and it waits. */
  private static Instant firstOpenSweepFrom(Instant moment, Office office) {
    Instant sweep = firstSweepFrom(moment);
    while (!office.isOpen(sweep)) {
      sweep = sweep.plus(SWEEP);
    }
    return sweep;
  }

  private static Instant firstSweepFrom(Instant instant) {
    long step = SWEEP.toSeconds();
    long passed = Duration.between(START, instant).toSeconds();
    boolean exact = passed % step == 0 && instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
    return START.plusSeconds((passed / step + (exact ? 0 : 1)) * step);
  }
}
