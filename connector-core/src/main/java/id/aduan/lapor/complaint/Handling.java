package id.aduan.lapor.complaint;

/**
 * How far an agency is with its part of a case (penanganan). The agency owns it: the portal's
 * status never changes it, and closed on the portal is not solved (C13, portal-wire 7).
 */
public enum Handling {
  /** Nothing was said of it, or a word that the mapping does not know. */
  UNKNOWN,
  /** Taken note of (diterima). */
  RECEIVED,
  /** Being worked on (diproses). */
  IN_PROGRESS,
  /** The agency waits for the reporter (menunggu pelapor). */
  WAITING_FOR_REPORTER,
  /** Done with (selesai). */
  DONE,
  /** Given back as not its authority (bukan wewenang). */
  RETURNED
}
