package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which clocks run on cases, and how each agency's time is counted. */
public record Deadlines(RuleBook rules, Offices offices, WarningSteps steps) {
  private static final int VERSION_CHARACTERS = 16;

  /** The shipped rules and calendar, in western Indonesian time. */
  public static Deadlines national() {
    Offices offices = new Offices(CalendarSettings.national().office(AgencyKind.OTHER), Map.of());
    return new Deadlines(RuleBook.national(), offices, WarningSteps.USUAL);
  }

  /** Of rules, offices and steps together: another content has another one. */
  public String version() {
    List<String> parts = new ArrayList<>();
    parts.add(rules.version());
    parts.add(told(offices.standard()));
    new TreeMap<>(offices.each()).forEach((code, office) -> parts.add(code + " " + told(office)));
    new TreeMap<>(steps.each()).forEach((kind, percents) -> parts.add(kind + " " + percents));
    return Digests.of(String.join("\n", parts)).substring(0, VERSION_CHARACTERS);
  }

  private static String told(Office office) {
    return String.join(
        " ",
        office.kind().name(),
        office.calendar().version(),
        office.zone().getId(),
        office.hours().toString(),
        office.countsReceiptDay() ? "with" : "without");
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
