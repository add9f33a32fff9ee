package id.aduan.lapor.sync;

/** What became of a row of an export. */
public enum ExportOutcome {
  /** A new case, on its way to an agency. */
  OPENED,
  /** A new case that has ended on the portal: kept, and no agency's. */
  KEPT,
  CHANGED,
  UNCHANGED,
  /** It differs from what the portal's messages told, so the portal is asked. */
  ASKED,
  /** It differs, and a later export was imported before: nothing was changed. */
  HELD_OLDER,
  /**
   * It differs from what the portal's messages told, and the portal cannot be asked, or was asked
   * about this very row before.
   */
  HELD_HEARD,
  /** It is new, open, without a text, and the portal cannot be asked. */
  HELD_TEXTLESS,
  /** It cannot be used; nothing was changed. */
  BAD;

  boolean isChange() {
    return this == OPENED || this == KEPT || this == CHANGED;
  }
}
