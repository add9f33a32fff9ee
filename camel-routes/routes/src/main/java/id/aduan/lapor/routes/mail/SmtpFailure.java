package id.aduan.lapor.routes.mail;

import jakarta.mail.MessagingException;

/** A mail that did not go through, and how far it came. Its message quotes no server. */
final class SmtpFailure extends MessagingException {
  private static final long serialVersionUID = 1L;
  private final Exception failure;
  private final boolean messageUnderWay;
  private final int code;
  private final boolean late;

  /**
   * Makes a failure.
   *
   * @param messageUnderWay whether the server may have the message
   * @param code what the server answered last; -1 for nothing
   * @param late whether the time of the whole mail was up
   */
  SmtpFailure(Exception cause, boolean messageUnderWay, int code, boolean late) {
    super(cause.getClass().getSimpleName(), cause);
    this.failure = cause;
    this.messageUnderWay = messageUnderWay;
    this.code = code;
    this.late = late;
  }

  /** What the mail library said. */
  Exception failure() {
    return failure;
  }

  boolean isMessageUnderWay() {
    return messageUnderWay;
  }

  int code() {
    return code;
  }

  boolean isLate() {
    return late;
  }
}
