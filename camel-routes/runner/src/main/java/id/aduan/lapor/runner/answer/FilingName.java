package id.aduan.lapor.runner.answer;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a person names a report: by our number of it ({@code 12}), by the local system's ({@code
 * loket:2026-0012}), or by the complaint that it has become ({@code #9200001}).
 */
public record FilingName(String text) {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,12}");
  private static final Pattern COMPLAINT = Pattern.compile("#[0-9]{5,15}");
  private static final Pattern LOCAL =
      Pattern.compile("[a-z][a-z0-9-]{0,31}:" + LocalReport.NUMBER.pattern());

  /**
   * Refuses another form.
   *
   * @throws IllegalArgumentException with what a name looks like
   */
  public FilingName {
    if (!ID.matcher(text).matches()
        && !COMPLAINT.matcher(text).matches()
        && !LOCAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a report is named by its number, by SOURCE:NUMBER or by #TRACKING_ID");
    }
  }

  Optional<Filing> find(CaseStore store, Tx tx) {
    if (ID.matcher(text).matches()) {
      return store.filings().find(tx, Long.parseLong(text));
    }
    if (text.startsWith("#")) {
      return store.filings().find(tx, TrackingId.parse(text));
    }
    int colon = text.indexOf(':');
    return store
        .filings()
        .find(
            tx,
            new AgencyTicket(new AgencyCode(text.substring(0, colon)), text.substring(colon + 1)));
  }
}
