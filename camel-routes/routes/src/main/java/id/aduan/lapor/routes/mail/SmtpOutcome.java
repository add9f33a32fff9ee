package id.aduan.lapor.routes.mail;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final int NOT_IMPLEMENTED = 504;
  private static final Pattern ENHANCED =
      Pattern.compile("[245]\\d\\d[ -][245]\\.(\\d{1,3})\\.\\d{1,3}\\b");
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
    return recipient(cause)
        .filter(said -> said.getReturnCode() >= BUSY && said.getReturnCode() != SHUTS_DOWN)
        .map(SmtpOutcome::ofRecipient)
        .orElseGet(() -> ofServer(smtp, what));
  }

  /**
   * What is said when a recipient is named need not be about the recipient: the server may want a
   * login, may not let us send (RFC 3463: x.7.x), or be unwell itself (x.3.x, x.4.x).
   */
  private static DeliveryResult ofRecipient(SMTPAddressFailedException said) {
    int code = said.getReturnCode();
    String subject = subject(said);
    if (code == LOGIN_WANTED) {
      return DeliveryResult.refusedCredentials("the mail server wants a login; set user, password");
    }
    if (code == NOT_IMPLEMENTED || subject.equals("7")) {
      return DeliveryResult.targetTrouble(
          "the mail server does not let us send to this recipient (%d); see to its rules for 'from'"
              .formatted(code));
    }
    if (subject.equals("3") || subject.equals("4")) {
      return DeliveryResult.targetTrouble("the mail server is unwell (%d)".formatted(code));
    }
    return code >= REFUSED
        ? new Refused("smtp." + code, "the mail server refused the recipient")
        : DeliveryResult.entryTrouble(
            "the mail server cannot take mail for the recipient now (" + code + ")");
  }

  /** The second number of an enhanced status code; empty if there is none. */
  private static String subject(SMTPAddressFailedException said) {
    Matcher enhanced = ENHANCED.matcher(String.valueOf(said.getMessage()));
    return enhanced.lookingAt() ? enhanced.group(1) : "";
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

  /** The server's word on the one recipient, if it said one. */
  private static Optional<SMTPAddressFailedException> recipient(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < 8; depth++) {
      if (at instanceof SMTPAddressFailedException address) {
        return Optional.of(address);
      }
      if (at instanceof SMTPAddressSucceededException) {
        return Optional.empty();
      }
      at =
          at instanceof MessagingException mail && mail.getNextException() != null
              ? mail.getNextException()
              : at.getCause();
    }
    return Optional.empty();
  }
}
