package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import java.time.ZoneId;

/**
 * How an agency's time is counted.
 *
 * @param zone where its days end (CAL-11)
 * @param countsReceiptDay whether the day of receipt is the first that counts (CAL-09)
 */
public record Office(
    AgencyKind kind,
    WorkingCalendar calendar,
    ZoneId zone,
    OfficeHours hours,
    boolean countsReceiptDay) {
  public boolean isOpen(java.time.Instant at) {
    return true;
  }
}
