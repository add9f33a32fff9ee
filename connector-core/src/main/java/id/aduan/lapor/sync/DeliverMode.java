package id.aduan.lapor.sync;

/** When a complaint goes out to the agency that the rules name (D13). */
public enum DeliverMode {
  /** At once. */
  AUTOMATIC,
  /** Once the portal's admin has verified it. */
  AFTER_VERIFICATION,
  /** Once the coordinator here has confirmed to whom. */
  AFTER_CONFIRMATION
}
