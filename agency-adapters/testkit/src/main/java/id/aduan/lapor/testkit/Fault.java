package id.aduan.lapor.testkit;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.faults.Happened;

/** How a far end can fail, and what an adapter may make of it (C7; faults F29 to F42). */
public enum Fault {
  /** Nobody listens. */
  CONNECTION_REFUSED("F29", Proof.NOTHING_STORED),
  /** 503 with {@code Retry-After: 120}; nothing is stored. */
  BUSY("F37", Proof.NOTHING_STORED),
  /** 401; nothing is stored. */
  UNAUTHORIZED("", Proof.NOTHING_STORED),
  /** It stores, and the connection ends before a byte of the answer. */
  CUT_AFTER_STORING("F32", Proof.NONE),
  /** It stores, and the connection ends in the middle of the answer. */
  CUT_IN_ANSWER("F33", Proof.NONE),
  /** It stores, and never answers. */
  SILENCE("F31", Proof.NONE),
  /** It stores, and a proxy in between answers with 200 and an HTML page. */
  HTML_PAGE("F40", Proof.NONE),
  /** It stores, and answers with 200 and nothing. */
  EMPTY_ANSWER("F40", Proof.NONE),
  /** It stores, and answers with 302 to another place, which nobody must visit. */
  REDIRECT("F39", Proof.NONE),
  /** 500, or a SOAP fault. */
  SERVER_ERROR("F38", Proof.NONE),
  /** 200 with an error inside. */
  ERROR_INSIDE("F40", Proof.REFUSAL_OR_NONE);

  private final String number;
  private final Proof proof;

  Fault(String number, Proof proof) {
    this.number = number;
    this.proof = proof;
  }

  /** Says that a test has met it; of one without a number in the table of faults nothing. */
  public void hasHappened() {
    if (!number.isEmpty()) {
      Happened.times(number, 1, "a far end with " + this);
    }
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
