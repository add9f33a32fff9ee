package id.aduan.lapor.routes.mail;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressSucceededException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed mail proves. A server's words may name people, so only its number is told. Pure.
 */
final class SmtpOutcome {
  private static final int SHUTS_DOWN = 421;
  private static final int LOGIN_WANTED = 530;
  private static final int REFUSED = 500;
  private static final int BUSY = 400;

  private SmtpOutcome() {}

  static DeliveryResult of(Exception failure) {
    if (!(failure instanceof SmtpFailure smtp)) {
      return new Unknown("the mail ended with " + failure.getClass().getSimpleName());
    }
    Throwable cause = smtp.failure();
    String what = "the mail server " + said(smtp);
    if (cause instanceof AuthenticationFailedException || smtp.code() == LOGIN_WANTED) {
      return DeliveryResult.refusedCredentials(what + " to our login; check user and password");
    }
    if (smtp.isMessageUnderWay()) {
      return new Unknown(what + " after it was given the message");
    }
    int recipient = recipientCode(cause);
    if (recipient >= BUSY && recipient != SHUTS_DOWN) {
      return recipient >= REFUSED
          ? new Refused("smtp." + recipient, "the mail server refused the recipient")
          : DeliveryResult.entryTrouble(
              "the mail server cannot take mail for the recipient now (" + recipient + ")");
    }
    return ofServer(smtp, what);
  }

  /** What is said of the message itself is a word on this message; all else is the server's. */
  private static DeliveryResult ofServer(SmtpFailure smtp, String what) {
    boolean ofMessage =
        smtp.failure() instanceof SMTPSendFailedException sent && isEndOfData(sent.getCommand());
    if (ofMessage && smtp.code() != SHUTS_DOWN) {
      return smtp.code() >= REFUSED
          ? new Refused("smtp." + smtp.code(), "the mail server refused the message")
          : DeliveryResult.entryTrouble(what + " to the message");
    }
    return DeliveryResult.targetTrouble(what);
  }

  private static boolean isEndOfData(String command) {
    return command.equals(".");
  }

  private static String said(SmtpFailure smtp) {
    if (smtp.isLate()) {
      return "took too long";
    }
    return smtp.code() < 0
        ? "gave no answer (" + smtp.failure().getClass().getSimpleName() + ")"
        : "answered " + smtp.code();
  }

  /** The server's word on the one recipient; 0 if it said none. */
  private static int recipientCode(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < 8; depth++) {
      if (at instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (at instanceof SMTPAddressSucceededException) {
        return 0;
      }
      at =
          at instanceof MessagingException mail && mail.getNextException() != null
              ? mail.getNextException()
              : at.getCause();
    }
    return 0;
  }
}
