package id.aduan.lapor.runner.config;

import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.yaml.YamlMap;
import java.util.Map;

/** The key {@code deadlines}: the zone that days end in, and whether joint leave counts. */
final class DeadlinesSection {
  private DeadlinesSection() {}

  static Deadlines read(YamlMap file) {
    Deadlines national = Deadlines.national();
    return file.optionalMap("deadlines").map(it -> of(it, national)).orElse(national);
  }

  private static Deadlines of(YamlMap deadlines, Deadlines national) {
    deadlines.rejectUnknownKeys("zone", "countCutiBersama");
    Office standard = national.offices().standard();
    Office office =
        new Office(
            standard.kind(),
            deadlines.optionalBoolean("countCutiBersama").orElse(false)
                ? standard.calendar().countingCutiBersama()
                : standard.calendar(),
            deadlines.optionalZoneId("zone").orElse(standard.zone()),
            standard.hours(),
            standard.countsReceiptDay());
    return new Deadlines(national.rules(), new Offices(office, Map.of()), national.steps());
  }
}
