package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.CountedDay;
import id.aduan.lapor.deadline.CountedDay.Outcome;
import id.aduan.lapor.deadline.DayOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One line for each day that counted, and one for each run of days that did not, for one reason.
 */
final class DayLines {
  private static final int DATE_WIDTH = 30;

  private final Clock clock;
  private final LocalDate today;
  private final Words words;
  private final List<String> bases = new ArrayList<>();

  DayLines(Deadline deadline, Words words) {
    this.clock = deadline.clock();
    this.today = LocalDate.ofInstant(deadline.asOf(), clock.due().zone());
    this.words = words;
  }

  List<String> of(List<CountedDay> days) {
    List<String> lines = new ArrayList<>();
    int next = 0;
    while (next < days.size()) {
      int first = next;
      next++;
      while (next < days.size() && isOneReason(days.get(first), days.get(next))) {
        next++;
      }
      lines.add(line(days.get(first), days.get(next - 1)));
    }
    if (!bases.isEmpty()) {
      lines.add("");
      lines.add(words.bases());
      for (int i = 0; i < bases.size(); i++) {
        lines.add("  [" + (i + 1) + "] " + bases.get(i));
      }
    }
    return lines;
  }

  private boolean isOneReason(CountedDay first, CountedDay other) {
    return first.outcome() != Outcome.COUNTED
        && first.outcome() == other.outcome()
        && reason(first).equals(reason(other));
  }

  private String line(CountedDay first, CountedDay last) {
    boolean isToday =
        clock.state().isOpen() && !today.isBefore(first.date()) && !today.isAfter(last.date());
    return "  "
        + padded(dates(first.date(), last.date()))
        + reason(first)
        + (last.date().equals(clock.due().date()) ? words.isDue() : "")
        + (isToday ? words.isToday() : "");
  }

  private String dates(LocalDate first, LocalDate last) {
    return first.equals(last)
        ? words.shortDate(first, true)
        : words.shortDate(first, first.getYear() != last.getYear())
            + " - "
            + words.shortDate(last, true);
  }

  private static String padded(String dates) {
    return dates + " ".repeat(Math.max(2, DATE_WIDTH - dates.length()));
  }

  private String reason(CountedDay day) {
    return switch (day.outcome()) {
      case RECEIPT -> words.receiptDay();
      case COUNTED -> words.counted(day.number(), clock.limit().unit());
      case WEEKEND, HOLIDAY, CUTI_BERSAMA, OFFICE_DAY_OFF ->
          day.dayOff().map(this::dayOff).orElse("?");
      case PAUSED -> words.pausedDays();
    };
  }

  /** A decree is long and names many days: it stands once, below. */
  private String dayOff(DayOff off) {
    if (off.kind() == DayOff.Kind.WEEKEND) {
      return words.dayOff(off);
    }
    if (!bases.contains(off.basis())) {
      bases.add(off.basis());
    }
    return words.dayOff(off) + " [" + (bases.indexOf(off.basis()) + 1) + "]";
  }
}
