package id.aduan.lapor.documents.recap;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.documents.recap.RecapFigures.Count;
import id.aduan.lapor.documents.recap.RecapFigures.Kept;
import id.aduan.lapor.sync.RecapRow;
import id.aduan.lapor.sync.RecapRow.Part;
import id.aduan.lapor.sync.RecapRow.Standing;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts rows one by one; holds none of them. Not safe for use by many threads. */
public final class RecapTally {
  /** More marks than any portal has: what is beyond is counted together. */
  private static final int MARKS_MAX = 5_000;

  private static final String OTHERS = "…";

  private final Instant from;
  private final Instant before;
  private final Map<Standing, Long> standings = new EnumMap<>(Standing.class);
  private final Map<Classification.Kind, Long> kinds = new EnumMap<>(Classification.Kind.class);
  private final Map<String, Long> agencies = new TreeMap<>();
  private final Map<String, Long> channels = new TreeMap<>();
  private final Map<String, Kept> clocks = new TreeMap<>();
  private final List<String> damaged = new ArrayList<>();
  private long received;
  private long carried;
  private long answered;
  private long closed;
  private long open;
  private long overdue;
  private long unknown;
  private long gone;
  private long damagedCases;

  /** Counts for a period, which ends before the second moment. */
  public RecapTally(Instant from, Instant before) {
    this.from = from;
    this.before = before;
  }

  /** Counts one. */
  public void add(RecapRow row) {
    answered += in(row.answeredAt());
    closed += in(row.closedAt());
    open += row.open() ? 1 : 0;
    overdue += row.overdue() ? 1 : 0;
    unknown += row.standing() == Standing.UNKNOWN && row.closedAt().isEmpty() ? 1 : 0;
    gone += row.standing() == Standing.GONE ? 1 : 0;
    if (row.part() == Part.CARRIED) {
      carried++;
      return;
    }
    received++;
    standings.merge(row.standing(), 1L, Long::sum);
    kinds.merge(row.classification(), 1L, Long::sum);
    count(channels, row.channel());
    if (row.agencies().isEmpty()) {
      count(agencies, "");
    }
    row.agencies().forEach(code -> count(agencies, code));
    row.clocks().forEach(this::keep);
  }

  /** Tells of cases that could not be read: all are counted, and the first are named. */
  public void damaged(List<String> ids) {
    damagedCases += ids.size();
    ids.stream().limit(RecapFigures.DAMAGED_NAMED_MAX - damaged.size()).forEach(damaged::add);
  }

  private static void count(Map<String, Long> counts, String mark) {
    boolean fits = counts.size() < MARKS_MAX || counts.containsKey(mark);
    counts.merge(fits ? mark : OTHERS, 1L, Long::sum);
  }

  private void keep(Timing timing) {
    clocks.merge(timing.rule(), kept(timing), RecapTally::sum);
  }

  private static Kept kept(Timing timing) {
    String rule = timing.rule();
    if (timing.late()) {
      return new Kept(rule, 0, 1, 0, 0);
    }
    return switch (timing.state()) {
      case MET -> new Kept(rule, 1, 0, 0, 0);
      case MISSED -> new Kept(rule, 0, 1, 0, 0);
      case RUNNING, PAUSED -> new Kept(rule, 0, 0, 1, 0);
      case DROPPED, REPLACED -> new Kept(rule, 0, 0, 0, 1);
    };
  }

  private static Kept sum(Kept a, Kept b) {
    return new Kept(
        a.rule(),
        a.met() + b.met(),
        a.late() + b.late(),
        a.running() + b.running(),
        a.dropped() + b.dropped());
  }

  private int in(Optional<Instant> at) {
    return at.filter(it -> !it.isBefore(from) && it.isBefore(before)).isPresent() ? 1 : 0;
  }

  /** What was counted. Each status of the portal and each classification has a place. */
  public RecapFigures figures() {
    return new RecapFigures(
        received,
        carried,
        answered,
        closed,
        open,
        overdue,
        unknown,
        gone,
        damagedCases,
        Stream.of(Standing.values())
            .filter(it -> !it.isOfAgency() || standings.containsKey(it))
            .map(it -> new Count(it.name(), standings.getOrDefault(it, 0L)))
            .toList(),
        Stream.of(Classification.Kind.values())
            .map(it -> new Count(it.name(), kinds.getOrDefault(it, 0L)))
            .toList(),
        counts(agencies),
        counts(channels),
        List.copyOf(clocks.values()),
        damaged);
  }

  private static List<Count> counts(Map<String, Long> of) {
    return of.entrySet().stream().map(it -> new Count(it.getKey(), it.getValue())).toList();
  }
}
