package id.aduan.lapor.runner.config;

import id.aduan.lapor.deadline.WorkingCalendar;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.yaml.YamlMap;

/** The key {@code deadlines}: the zone that days end in, and whether joint leave counts. */
final class DeadlinesSection {
  private DeadlinesSection() {}

  static Deadlines read(YamlMap file) {
    Deadlines national = Deadlines.national();
    return file.optionalMap("deadlines").map(it -> of(it, national)).orElse(national);
  }

  private static Deadlines of(YamlMap deadlines, Deadlines national) {
    deadlines.rejectUnknownKeys("zone", "countCutiBersama");
    WorkingCalendar calendar =
        deadlines.optionalBoolean("countCutiBersama").orElse(false)
            ? national.calendar().countingCutiBersama()
            : national.calendar();
    return new Deadlines(
        national.levels(), calendar, deadlines.optionalZoneId("zone").orElse(national.zone()));
  }
}
