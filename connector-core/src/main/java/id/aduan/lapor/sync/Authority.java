package id.aduan.lapor.sync;

/**
 * Which side owns each field of a case (C13). The owner's value is applied; what the other side
 * says of it is recorded where it differs, and never merged. Rendered in {@code
 * docs/reference/state.md}.
 */
enum Authority {
  /** Title and text of the report. */
  TEXT(Owner.PORTAL),
  /** Who reported. */
  REPORTER(Owner.PORTAL),
  /** Category and classification. */
  CATEGORY(Owner.PORTAL),
  /** Anonymous and secret (C14). */
  VISIBILITY(Owner.PORTAL),
  /** The institution that it is disposed or forwarded to. */
  DISPOSITION(Owner.PORTAL),
  /** Where it stands on the portal. */
  STAGE(Owner.PORTAL),
  /** How far an agency is with its part: closed on the portal is not solved. */
  HANDLING(Owner.AGENCY),
  /** What an agency says publicly. */
  ANSWER(Owner.AGENCY),
  /** Who works on it inside an agency. */
  ASSIGNEE(Owner.AGENCY);

  /** A side. */
  enum Owner {
    PORTAL,
    AGENCY
  }

  private final Owner owner;

  Authority(Owner owner) {
    this.owner = owner;
  }

  Owner owner() {
    return owner;
  }
}
