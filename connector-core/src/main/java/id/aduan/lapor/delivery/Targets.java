package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.Optional;
import java.util.Set;

/** The targets that are not agencies. */
public final class Targets {
  /** Writing to the portal: follow-ups. */
  public static final String PORTAL = "portal";

  /** Reading from the portal what a thin message left out. */
  public static final String PORTAL_READ = "portal-read";

  /** Filing reports of local systems on the portal, step by step. */
  public static final String PORTAL_FILING = "portal-filing";

  /** Messages to officials, by their way: e-mail, webhook, SMS or WhatsApp. */
  public static final String NOTIFY_EMAIL = "notify-email";

  public static final String NOTIFY_WEBHOOK = "notify-webhook";
  public static final String NOTIFY_SMS = "notify-sms";

  /** Fetching the files of complaints from the portal, apart from the complaints themselves. */
  public static final String FILES = "files";

  /** What an agency's files are delivered as, beside its code. */
  private static final String OF_FILES = "~files";

  /** No far end: what following complaints and comparing with the portal is scheduled as. */
  public static final String PORTAL_CARE = "portal-care";

  /** No far end: what looking for exports of the portal is scheduled as. */
  public static final String EXPORTS = "portal-exports";

  /** No far end: what the work on the clocks of cases is scheduled as. */
  public static final String DEADLINES = "deadlines";

  private static final Set<String> RESERVED =
      Set.of(
          PORTAL,
          PORTAL_READ,
          PORTAL_CARE,
          EXPORTS,
          PORTAL_FILING,
          FILES,
          NOTIFY_EMAIL,
          NOTIFY_WEBHOOK,
          NOTIFY_SMS,
          DEADLINES);

  private Targets() {}

  /**
   * The target of the files that go to an agency: apart from its tickets, so that a file that does
   * not get through holds up no complaint. No agency's code has such a name.
   */
  public static String filesOf(AgencyCode agency) {
    return agency.value() + OF_FILES;
  }

  /** The agency whose files this target is for; empty for any other target. */
  public static Optional<AgencyCode> agencyOfFiles(String target) {
    return target.endsWith(OF_FILES)
        ? Optional.of(new AgencyCode(target.substring(0, target.length() - OF_FILES.length())))
        : Optional.empty();
  }

  /**
   * Whose rate a target has: that of its agency where it is one's files, each with its own count.
   */
  static String paceOf(String target) {
    return target.endsWith(OF_FILES)
        ? target.substring(0, target.length() - OF_FILES.length())
        : target;
  }

  /** Whether an agency may not be called so. */
  public static boolean isReserved(String code) {
    return RESERVED.contains(code);
  }
}
