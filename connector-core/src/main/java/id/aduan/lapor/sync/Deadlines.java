package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.OfficeHours;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.deadline.WorkingCalendar;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Which clocks run on cases, and how each agency's time is counted. */
public record Deadlines(RuleBook rules, Offices offices, WarningSteps steps) {

  /** The shipped rules and calendar, in western Indonesian time. */
  public static Deadlines national() {
    Office office =
        new Office(
            AgencyKind.OTHER,
            WorkingCalendar.indonesia(),
            ZoneId.of("Asia/Jakarta"),
            OfficeHours.USUAL,
            false);
    return new Deadlines(
        new RuleBook("", List.of()), new Offices(office, Map.of()), WarningSteps.USUAL);
  }

  Clockwork clockwork() {
    return new Clockwork(rules, offices, steps);
  }
}
