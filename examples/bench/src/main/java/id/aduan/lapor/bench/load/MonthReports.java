package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recaps of the month as workbooks, one after the other, while the connector goes on. */
final class MonthReports {
  private final Arena arena;
  private final Commands commands;
  private final LocalDate day;
  private int made;
  private double longest;
  private Optional<Commands.Ended> failed = Optional.empty();

  MonthReports(Arena arena, Commands commands, LocalDate day) {
    this.arena = arena;
    this.commands = commands;
    this.day = day;
  }

  /** Makes one each time that so long has passed, until the end. */
  void makeUntil(Duration every, Duration end) throws IOException {
    Path file = arena.config().resolveSibling("rekap.ods");
    for (Duration at = every; at.compareTo(end) < 0; at = at.plus(every)) {
      arena.pauseUntilDue(at);
      Commands.Ended ended =
          commands.run(
              List.of(
                  "report",
                  "--from",
                  day.withDayOfMonth(1).toString(),
                  "--to",
                  day.with(TemporalAdjusters.lastDayOfMonth()).toString(),
                  "--out",
                  file.toString(),
                  "--force"));
      made++;
      longest = Math.max(longest, ended.seconds());
      if (ended.status() != 0 && failed.isEmpty()) {
        failed = Optional.of(ended);
      }
    }
  }

  boolean holds() {
    return made > 0 && failed.isEmpty();
  }

  String told() {
    return failed
        .map(Commands.Ended::told)
        .orElse(String.format(Locale.ROOT, "%d, at most %.1f s", made, longest));
  }
}
