package id.aduan.lapor.delivery;

import java.util.Set;

/** The targets that are not agencies. */
public final class Targets {
  /** Writing to the portal: follow-ups. */
  public static final String PORTAL = "portal";

  /** Reading from the portal what a thin message left out. */
  public static final String PORTAL_READ = "portal-read";

  /** Messages to officials, by their way: e-mail, webhook, SMS or WhatsApp. */
  public static final String NOTIFY_EMAIL = "notify-email";

  public static final String NOTIFY_WEBHOOK = "notify-webhook";
  public static final String NOTIFY_SMS = "notify-sms";

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
          NOTIFY_EMAIL,
          NOTIFY_WEBHOOK,
          NOTIFY_SMS,
          DEADLINES);

  private Targets() {}

  /** Whether an agency may not be called so. */
  public static boolean isReserved(String code) {
    return RESERVED.contains(code);
  }
}
