package id.aduan.lapor.deadline;

/** Counts days of some kind without walking over them. Days are those since 1970-01-01. */
interface DayCount {

  /** Counts every day (hari kalender). */
  DayCount EVERY_DAY =
      new DayCount() {
        @Override
        public long upTo(long day) {
          return day;
        }

        @Override
        public long nth(long number) {
          return number;
        }
      };

  /** How many there are up to and with this day; only differences of two of these mean anything. */
  long upTo(long day);

  /** The first day up to which there are so many. */
  long nth(long number);
}
