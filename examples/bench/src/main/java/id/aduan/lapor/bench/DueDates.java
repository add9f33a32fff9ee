package id.aduan.lapor.bench;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Times of a due date, each from another start within the years of the shipped calendar. */
final class DueDates {
  static final List<Pause> TWO_PAUSES = List.of(pause("2026-02-02", 3), pause("2026-02-16", 10));

  private static final Limit LIMIT = new Limit(60, Unit.WORKING_DAY);
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(1300);
  private static final int STARTS = 4096;

  private final Office office = CalendarSettings.national().office(AgencyKind.OPD);
  private final Instant[] starts = new Instant[STARTS];

  DueDates(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < STARTS; i++) {
      starts[i] = FIRST.plusSeconds(random.nextInt((int) SPAN.toSeconds()));
    }
  }

  private static Pause pause(String day, int days) {
    Instant from = Instant.parse(day + "T03:00:00Z");
    return new Pause(from, Optional.of(from.plus(Duration.ofDays(days))));
  }

  /** The median over the rounds of what one date took; the first half of them warms up. */
  double micros(int rounds, int dates, List<Pause> pauses) {
    double[] micros = new double[rounds];
    long sum = 0;
    for (int round = 0; round < 2 * rounds; round++) {
      long begin = System.nanoTime();
      for (int i = 0; i < dates; i++) {
        sum += office.due(LIMIT, starts[i % STARTS], pauses).at().getEpochSecond();
      }
      micros[round % rounds] = (System.nanoTime() - begin) / 1e3 / dates;
    }
    if (sum == 0) { // never so: what nobody reads is not computed
      throw new IllegalStateException("no date was computed");
    }
    Arrays.sort(micros);
    return micros[rounds / 2];
  }
}
