package id.aduan.lapor.simulator;

/**
 * The two headers that every v3 call carries at once (portal-wire 2.2).
 *
 * @param headerName name of the first header; it has changed before
 * @param headerValue its whole value, prefix included
 * @param token value of the header {@code token}, braces included
 */
public record PortalCredentials(String headerName, String headerValue, String token) {
  /** Invented values in the shapes that have been seen. */
  public static final PortalCredentials INVENTED =
      new PortalCredentials(
          "Authorization",
          "Bearer $2y$10$SimulatorOnly.NotASecret/0123456789abcdefghijklmnopqr",
          "{SIMULATR-0000-TEST-ONLY-NOTASECRET12}");

  @Override
  public String toString() {
    return "PortalCredentials[" + headerName + " and token withheld]";
  }
}
