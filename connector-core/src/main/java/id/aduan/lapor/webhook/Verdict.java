package id.aduan.lapor.webhook;

/** What the check of a callback says. */
public sealed interface Verdict {
  /**
   * Signed by one of our secrets and in time, or sent with one of our tokens. The id is unique per
   * event: the sender's own, or the SHA-256 of the body.
   */
  record Genuine(String id) implements Verdict {}

  /** Not proven: the sender learns nothing but 401; the reason is for our own counters. */
  record Refused(Reason reason) implements Verdict {}

  /** The headers are not of the agreed form (400). */
  record Malformed(String detail) implements Verdict {}

  /** Why a callback was refused. */
  enum Reason {
    MISSING_HEADER,
    BAD_TIMESTAMP,
    STALE,
    BAD_SIGNATURE,
    BAD_TOKEN,
    /** Of an agency: which headers are asked for would tell which agencies there are. */
    MALFORMED_HEADER,
    /** Nobody is known by the name in the address; the signature was not looked at. */
    UNKNOWN_SENDER
  }
}
