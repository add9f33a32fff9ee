package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases, offices and times for the tests of clocks. */
public final class Cases {
  public static final TrackingId ID = new TrackingId("8123456");
  public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  public static final ZoneId WIT = ZoneId.of("Asia/Jayapura");
  public static final AgencyCode DISHUB = new AgencyCode("dishub");
  public static final AgencyCode POLRES = new AgencyCode("polres");

  public static final Office STANDARD = office(AgencyKind.OPD, WorkingCalendar.indonesia(), WIB);
  public static final Offices OFFICES =
      new Offices(
          STANDARD, Map.of(POLRES, office(AgencyKind.VERTICAL, WorkingCalendar.indonesia(), WIT)));
  public static final Clockwork CLOCKWORK =
      new Clockwork(RuleBook.shipped(), OFFICES, WarningSteps.USUAL);

  public static final CaseFacts ORDINARY =
      facts(Classification.Kind.ORDINARY_COMPLAINT, Optional.of(DISHUB));
  public static final CaseFacts SUPERVISORY =
      facts(Classification.Kind.SUPERVISORY_COMPLAINT, Optional.of(DISHUB));
  public static final CaseFacts INFORMATION =
      facts(Classification.Kind.INFORMATION_REQUEST, Optional.of(DISHUB));

  private Cases() {}

  public static Office office(AgencyKind kind, WorkingCalendar calendar, ZoneId zone) {
    return new Office(kind, calendar, zone, OfficeHours.USUAL, false);
  }

  public static Clockwork clockwork(Office office) {
    return new Clockwork(RuleBook.shipped(), new Offices(office, Map.of()), WarningSteps.USUAL);
  }

  public static CaseFacts facts(Classification.Kind kind, Optional<AgencyCode> agency) {
    return new CaseFacts(kind, new Visibility(Flag.FALSE, Flag.FALSE), agency);
  }

  /** A moment in western Indonesian time, such as {@code 2026-11-23T10:00}. */
  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WIB).toInstant();
  }

  public static Occurrence event(CaseEvent event, String local) {
    return Occurrence.of(event, at(local));
  }

  public static Occurrence routed(AgencyCode agency, String local) {
    return Occurrence.of(CaseEvent.ROUTED, at(local), agency);
  }

  public static Occurrence extended(String rule, String local, String reason) {
    return new Occurrence(CaseEvent.EXTENDED, at(local), Optional.empty(), rule, reason);
  }

  public static CaseClocks computed(CaseFacts facts, Occurrence... events) {
    return CLOCKWORK.compute(ID, facts, List.of(events), List.of());
  }

  /** The last round of a rule's clock. */
  public static Clock clock(CaseClocks clocks, String rule) {
    return clocks.clocks().stream()
        .filter(clock -> clock.rule().equals(rule))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no clock " + rule));
  }
}
