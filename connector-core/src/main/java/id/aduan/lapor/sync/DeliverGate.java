package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status;

/** Whether a complaint goes out to the agencies that the rules name (D13). Pure. */
enum DeliverGate {
  /** It goes out. */
  OUT,
  /** Archived or blocked on the portal: it never goes out as long as it is. */
  WITHHELD,
  /** Nobody has verified it yet; it goes out when the portal says so. */
  UNVERIFIED,
  /** It waits for the coordinator. */
  CONFIRMATION;

  /**
   * Decides.
   *
   * @param status where the portal says that it stands; a word that is not known holds nothing back
   * @param confirm whether the rule that applies wants a person's word
   */
  static DeliverGate decide(DeliverMode mode, Status status, boolean confirm) {
    if (status.withheldFromAgencies()) {
      return WITHHELD;
    }
    if (mode == DeliverMode.AFTER_VERIFICATION && isUnverified(status)) {
      return UNVERIFIED;
    }
    return confirm || mode == DeliverMode.AFTER_CONFIRMATION ? CONFIRMATION : OUT;
  }

  private static boolean isUnverified(Status status) {
    return status.stage() == Status.Stage.UNVERIFIED
        || status.stage() == Status.Stage.WAITING_FOR_REPORTER;
  }
}
