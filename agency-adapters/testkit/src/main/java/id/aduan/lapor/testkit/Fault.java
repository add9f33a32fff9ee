package id.aduan.lapor.testkit;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;

/** How a far end can fail, and what an adapter may make of it (C7; faults F29 to F42). */
public enum Fault {
  /** Nobody listens. */
  CONNECTION_REFUSED(Proof.NOTHING_STORED),
  /** 503 with {@code Retry-After: 120}; nothing is stored. */
  BUSY(Proof.NOTHING_STORED),
  /** 401; nothing is stored. */
  UNAUTHORIZED(Proof.NOTHING_STORED),
  /** It stores, and the connection ends before a byte of the answer. */
  CUT_AFTER_STORING(Proof.NONE),
  /** It stores, and the connection ends in the middle of the answer. */
  CUT_IN_ANSWER(Proof.NONE),
  /** It stores, and never answers. */
  SILENCE(Proof.NONE),
  /** It stores, and a proxy in between answers with 200 and an HTML page. */
  HTML_PAGE(Proof.NONE),
  /** It stores, and answers with 200 and nothing. */
  EMPTY_ANSWER(Proof.NONE),
  /** It stores, and answers with 302 to another place, which nobody must visit. */
  REDIRECT(Proof.NONE),
  /** 500, or a SOAP fault. */
  SERVER_ERROR(Proof.NONE),
  /** 200 with an error inside. */
  ERROR_INSIDE(Proof.REFUSAL_OR_NONE);

  private final Proof proof;

  Fault(Proof proof) {
    this.proof = proof;
  }

  /** Whether the far end carries out what it is asked before it fails. */
  public boolean stores() {
    return switch (this) {
      case CUT_AFTER_STORING, CUT_IN_ANSWER, SILENCE, HTML_PAGE, EMPTY_ANSWER, REDIRECT -> true;
      case CONNECTION_REFUSED, BUSY, UNAUTHORIZED, SERVER_ERROR, ERROR_INSIDE -> false;
    };
  }

  /** Whether an attempt to open a ticket may end so. */
  public boolean allows(DeliveryResult result) {
    return switch (proof) {
      case NOTHING_STORED -> result instanceof RetryLater later && later.trouble() != Trouble.ENTRY;
      case NONE -> result instanceof Unknown;
      case REFUSAL_OR_NONE -> result instanceof Refused || result instanceof Unknown;
    };
  }

  private enum Proof {
    NOTHING_STORED,
    REFUSAL_OR_NONE,
    NONE
  }
}
