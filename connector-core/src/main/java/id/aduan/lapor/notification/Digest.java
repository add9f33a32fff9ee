package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.RuleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The digest of the day: which cases are late, and which are due within {@value #SOON_DAYS} days;
 * per agency to its liaison officer and head, all of it to the region. A case counts by the nearest
 * end of a clock that runs for an office: what is paused, the reporter's or the portal's is
 * nobody's lateness. Pure.
 */
public final class Digest {
  /** What is due within so many calendar days is due soon. */
  public static final int SOON_DAYS = 3;

  /** So many cases with the nearest ends are enough to fill both lists of a digest. */
  public static final int CASES_MAX = 200;

  private static final int LINES_MAX = Inert.LINES_MAX - 1;
  private static final Set<Role> AGENCY = Set.of(Role.LIAISON, Role.HEAD);
  private static final Set<Role> REGION = Set.of(Role.COORDINATOR, Role.SEKDA, Role.BUPATI);

  private final RuleBook rules;
  private final Wording wording;
  private final ZoneId zone;

  /**
   * Makes one.
   *
   * @param zone of the region: which day it is
   */
  public Digest(RuleBook rules, Wording wording, ZoneId zone) {
    this.rules = rules;
    this.wording = wording;
    this.zone = zone;
  }

  /**
   * What stands open.
   *
   * @param agency with whom; empty for all of it
   * @param late how many cases are late
   * @param soon how many others end before {@link #soonEnds}
   * @param nearest those of them with the nearest ends, in that order; they may be fewer
   */
  public record Part(Optional<AgencyCode> agency, long late, long soon, List<CaseClocks> nearest) {
    public Part {
      nearest = List.copyOf(nearest);
    }
  }

  /** What ends before this is late or due soon. */
  public Instant soonEnds(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return today.plusDays(SOON_DAYS + 1L).atStartOfDay(zone).toInstant();
  }

  /** The notice of today; none where nothing is late or due soon. */
  public Optional<Notice> of(Part part, Instant now) {
    if (part.late() + part.soon() <= 0) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofInstant(now, zone);
    Instant end = soonEnds(now);
    return Optional.of(
        new Notice(
            Notice.Kind.DIGEST,
            Optional.empty(),
            part.agency(),
            day.toString(),
            part.agency().isPresent() ? AGENCY : REGION,
            Map.of(
                "tanggal",
                Days.written(day),
                "jumlah_terlambat",
                Long.toString(part.late()),
                "jumlah_segera",
                Long.toString(part.soon()),
                "daftar_terlambat",
                list(part.late(), lines(part, Instant.MIN, now)),
                "daftar_segera",
                list(part.soon(), lines(part, now, end)))));
  }

  /** A line of each case whose nearest end lies between these two. */
  private List<String> lines(Part part, Instant from, Instant until) {
    List<String> lines = new ArrayList<>();
    for (CaseClocks clocks : part.nearest()) {
      List<Clock> ending =
          running(clocks)
              .filter(clock -> clock.due().at().isBefore(until))
              .sorted(Comparator.comparing(clock -> clock.due().at()))
              .toList();
      if (!ending.isEmpty() && !ending.get(0).due().at().isBefore(from)) {
        lines.add(line(clocks, ending));
      }
    }
    return lines;
  }

  private static Stream<Clock> running(CaseClocks clocks) {
    return clocks.clocks().stream()
        .filter(clock -> clock.state() == Clock.State.RUNNING && clock.duty().isOffices());
  }

  private String line(CaseClocks clocks, List<Clock> ending) {
    Clock first = ending.get(0);
    String others = ending.size() > 1 ? " (dan %d batas lain)".formatted(ending.size() - 1) : "";
    return "#%s | %s | %s | jatuh tempo %s%s"
        .formatted(
            clocks.complaint(),
            clocks.facts().agency().map(wording::name).orElse(Wording.UNASSIGNED),
            rules.find(first.rule()).map(rule -> rule.name().id()).orElse(first.rule()),
            Days.due(first),
            others);
  }

  private static String list(long cases, List<String> lines) {
    if (cases == 0) {
      return "(tidak ada)";
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(LINES_MAX, lines.size())));
    long others = cases - shown.size();
    if (others > 0) {
      shown.add(
          shown.isEmpty()
              ? "%d, tidak didaftar".formatted(others)
              : "dan %d lainnya".formatted(others));
    }
    return String.join("\n", shown);
  }
}
