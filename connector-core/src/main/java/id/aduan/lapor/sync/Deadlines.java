package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import java.util.Map;
import java.util.TreeMap;

/** Which clocks run on cases, and how each agency's time is counted. */
public record Deadlines(RuleBook rules, Offices offices, WarningSteps steps) {
  /** The shipped rules and calendar, in western Indonesian time. */
  public static Deadlines national() {
    Offices offices = new Offices(CalendarSettings.national().office(AgencyKind.OTHER), Map.of());
    return new Deadlines(RuleBook.national(), offices, WarningSteps.USUAL);
  }

  /** Of rules, offices and steps together: another content has another one. */
  public String version() {
    return clockwork().version();
  }

  /** The rules and calendars in force, by their versions, in the form that they are kept in. */
  Map<String, byte[]> bases() {
    Map<String, byte[]> all = new TreeMap<>();
    all.put(rules.version(), rules.toJson());
    all.put(offices.standard().calendar().version(), offices.standard().calendar().toJson());
    offices
        .each()
        .values()
        .forEach(office -> all.put(office.calendar().version(), office.calendar().toJson()));
    return all;
  }

  Clockwork clockwork() {
    return new Clockwork(rules, offices, steps);
  }
}
