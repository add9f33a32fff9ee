package id.aduan.lapor.delivery;

/** The targets that are not agencies. */
public final class Targets {
  /** Writing to the portal: follow-ups. */
  public static final String PORTAL = "portal";

  /** Reading from the portal what a thin message left out. */
  public static final String PORTAL_READ = "portal-read";

  private Targets() {}

  /** Whether an agency may not be called so. */
  public static boolean isReserved(String code) {
    return code.equals(PORTAL) || code.equals(PORTAL_READ);
  }
}
