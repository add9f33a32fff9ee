package id.aduan.lapor.bintan.desk;

/** What an officer did with a ticket. */
public enum EntryKind {
  /** A public answer (jawaban publik), meant for the reporter. */
  ANSWER,
  /** An internal note (catatan internal), which must never leave the agency. */
  NOTE,
  /** A change of status without words. */
  STATUS
}
