package id.aduan.lapor.delivery;

/** What the code of a parked entry says about the far end (C7). */
public enum ParkedCause {
  /** A definite refusal, or attempts that each proved that nothing was stored. */
  NOTHING_THERE,
  /** It may stand there: its end is unknown, or the process that sent it ended. */
  MAY_BE_THERE,
  /** Its row is not what was written: nothing in it can be trusted (C20). */
  DAMAGED;

  /** Of a code that no version has written it is not known what it proves. */
  public static ParkedCause of(String code) {
    return switch (code) {
      case Settlement.REFUSED, Settlement.ATTEMPTS_USED_UP -> NOTHING_THERE;
      case OutboxView.DAMAGED -> DAMAGED;
      default -> MAY_BE_THERE;
    };
  }
}
