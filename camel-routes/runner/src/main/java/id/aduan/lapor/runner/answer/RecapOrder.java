package id.aduan.lapor.runner.answer;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.RecapReading;
import id.aduan.lapor.sync.RecapReading.Asked;
import java.time.Instant;
import java.util.Optional;

/**
 * A page of the cases of a period is wanted. Its names are those of the administration's JSON.
 *
 * @param from the first moment of the period
 * @param before the first moment after it
 * @param agency its code, for its cases alone
 * @param withSecret titles and places of secret cases as they are
 * @param at when the recap is made: the same for each of its pages
 * @param after the {@code last} of the page before; empty for the first
 * @param who wants it, for the audit trail; of the form {@link Operator#WHO}
 */
public record RecapOrder(
    Instant from,
    Instant before,
    Optional<String> agency,
    boolean withSecret,
    Instant at,
    String after,
    String who) {

  /** The next page. */
  public RecapOrder behind(String last) {
    return new RecapOrder(from, before, agency, withSecret, at, last, who);
  }

  /**
   * Reads the page; the first one is told to the audit trail before anything is, and so is each
   * that shows secret titles, since who asks may begin with any.
   *
   * @param now when it is read, by our own clock
   * @throws IllegalArgumentException when it is of another form
   */
  RecapReading.Page from(CaseStore store, RecapReading reading, Instant now) {
    String operator = new Operator(who, "").who();
    Asked asked = new Asked(from, before, agency.map(AgencyCode::new), withSecret);
    if (!after.isEmpty()) {
      TrackingId unused = TrackingId.parse(after);
    }
    if (after.isEmpty() || withSecret) {
      AuditEntry made =
          new AuditEntry(
              now,
              operator,
              Action.RECAP_MADE,
              agency.orElse("all"),
              from
                  + " to "
                  + before
                  + (withSecret ? ", with secret titles" : "")
                  + (after.isEmpty() ? "" : ", cases after " + after));
      boolean unused =
          store.inTransaction(
              tx -> {
                store.audit().append(tx, made);
                return true;
              });
    }
    return reading.page(asked, after, at);
  }
}
