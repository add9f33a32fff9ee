package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
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
import java.util.TreeMap;

/**
 * The digest of the day: what is late, and what is due within {@value #SOON_DAYS} days; per agency
 * to its liaison officer and head, all of it to the region. Pure.
 */
public final class Digest {
  /** What is due within so many calendar days is due soon. */
  public static final int SOON_DAYS = 3;

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

  private record Item(Optional<AgencyCode> agency, String line, Instant due, boolean late) {}

  /**
   * The notices of today; none for an agency that has nothing, nor for the region if nobody has.
   *
   * @param open cases with an open clock
   */
  public List<Notice> of(List<CaseClocks> open, Instant now) {
    List<Item> all = new ArrayList<>();
    open.forEach(clocks -> add(all, clocks, now));
    all.sort(Comparator.comparing(Item::due));
    Map<AgencyCode, List<Item>> each = new TreeMap<>();
    all.forEach(
        item ->
            item.agency()
                .ifPresent(code -> each.computeIfAbsent(code, it -> new ArrayList<>()).add(item)));
    List<Notice> notices = new ArrayList<>();
    each.forEach((code, items) -> notices.add(notice(Optional.of(code), AGENCY, items, now)));
    if (!all.isEmpty()) {
      notices.add(notice(Optional.empty(), REGION, all, now));
    }
    return notices;
  }

  private void add(List<Item> all, CaseClocks clocks, Instant now) {
    for (Clock clock : clocks.clocks()) {
      Optional<ClockRule> rule = rules.find(clock.rule());
      boolean late = clock.due().at().isBefore(now);
      boolean counts = rule.filter(Digest::isOurs).isPresent() && clock.state().isOpen();
      if (counts && (late || Days.left(clock.due(), now) <= SOON_DAYS)) {
        String line =
            "#%s | %s | %s | jatuh tempo %s"
                .formatted(
                    clocks.complaint(),
                    clocks.facts().agency().map(wording::name).orElse("belum didisposisikan"),
                    rule.map(it -> it.name().id()).orElse(clock.rule()),
                    Days.written(clock.due().date()));
        all.add(new Item(clocks.facts().agency(), line, clock.due().at(), late));
      }
    }
  }

  private static boolean isOurs(ClockRule rule) {
    return switch (rule.duty()) {
      case AGENCY, COORDINATOR -> true;
      case PORTAL, REPORTER -> false;
    };
  }

  private Notice notice(Optional<AgencyCode> agency, Set<Role> to, List<Item> items, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    List<String> late = items.stream().filter(Item::late).map(Item::line).toList();
    List<String> soon = items.stream().filter(it -> !it.late()).map(Item::line).toList();
    return new Notice(
        Notice.Kind.DIGEST,
        Optional.empty(),
        agency,
        day.toString(),
        to,
        Map.of(
            "tanggal", Days.written(day),
            "jumlah_terlambat", Integer.toString(late.size()),
            "jumlah_segera", Integer.toString(soon.size()),
            "daftar_terlambat", list(late),
            "daftar_segera", list(soon)));
  }

  private static String list(List<String> lines) {
    if (lines.isEmpty()) {
      return "(tidak ada)";
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(LINES_MAX, lines.size())));
    if (lines.size() > shown.size()) {
      shown.add("dan " + (lines.size() - shown.size()) + " lainnya");
    }
    return String.join("\n", shown);
  }
}
