package id.aduan.lapor.portal;

import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Lookup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Files a complaint on the portal for somebody who complained elsewhere, in steps that succeed and
 * fail each for itself (portal-wire 2.4 to 2.6). Every step ends with a result, never with an
 * exception, and none is repeated here: the portal knows no idempotency key, so whoever calls again
 * after an unknown end looks first (portal-wire 12 no. 4).
 *
 * <p>Safe for use by many threads.
 */
public interface PortalFiler {

  /**
   * Uploads files; repeated, it leaves files behind that belong to nothing.
   *
   * @return accepted with a reference that {@link #create} takes
   */
  DeliveryResult upload(List<PortalFile> files);

  /**
   * Creates the complaint.
   *
   * @param uploaded the reference of {@link #upload}, or empty without files
   * @return accepted with the tracking id; a success without an id is Unknown
   */
  DeliveryResult create(Report report, String uploaded);

  /**
   * Looks for a complaint that {@link #create} may have made, by the reference in its text.
   *
   * @param since not before this moment, by the portal's clock with a margin that the caller chose
   * @return found with the tracking id; cannot tell where the portal lists no complaints
   */
  Lookup findCreated(Report report, Instant since);

  /**
   * Forwards it to the institution that is to answer. On the portal this is a rejection whose
   * reason is that institution (portal-wire 2.6).
   */
  DeliveryResult forward(TrackingId id, String institution, String explanation);

  /** Looks whether a complaint is with that institution. */
  Lookup isForwarded(TrackingId id, String institution);

  /** What can be told of a portal's ability before anything is sent. */
  default Ability ability() {
    return new Ability(true, true, true);
  }

  /**
   * What this portal takes.
   *
   * @param files whether files can be uploaded
   * @param forwards whether it can be forwarded
   * @param finds whether a created complaint can be found by its reference
   */
  record Ability(boolean files, boolean forwards, boolean finds) {}

  /**
   * A report as it is filed. The text form names nobody.
   *
   * @param title empty where the wire has none
   * @param content with the reference in it
   * @param reference the text by which it is found again, a part of {@code content}
   * @param categoryId the portal's number, if one was chosen
   * @param classificationId the portal's number, if one was chosen
   * @param reporter nobody, unless the reporter may be named to the portal
   */
  record Report(
      String title,
      String content,
      String reference,
      Optional<String> categoryId,
      Optional<String> classificationId,
      Optional<LocalDate> incidentOn,
      boolean anonymous,
      boolean secret,
      Reporter reporter) {
    @Override
    public String toString() {
      return "Report[" + reference + "]";
    }
  }
}
