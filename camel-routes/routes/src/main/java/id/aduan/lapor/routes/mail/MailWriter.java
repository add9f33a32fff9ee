package id.aduan.lapor.routes.mail;

import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Message;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;

/** Writes a message as a mail: plain UTF-8 text to one recipient. Safe for use by many threads. */
final class MailWriter {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final Session session;

  MailWriter(MailSettings settings, Session session) {
    this.settings = settings;
    this.session = session;
  }

  /** What stands before the {@code @} of a {@code Message-ID}. */
  static String localId(IdempotencyKey key) {
    return "lapor." + key.value();
  }

  MimeMessage write(Message message, IdempotencyKey key) throws MessagingException {
    EmailAddress to =
        message
            .to()
            .email()
            .orElseThrow(() -> new MessagingException("the contact has no e-mail address"));
    String from = settings.from().value();
    MimeMessage mail = new Named(session, messageId(key, from));
    for (Map.Entry<String, String> header : settings.headers().entrySet()) {
      mail.setHeader(header.getKey(), header.getValue());
    }
    mail.setFrom(new InternetAddress(from, true));
    if (settings.replyTo().isPresent()) {
      mail.setReplyTo(
          new InternetAddress[] {new InternetAddress(settings.replyTo().get().value(), true)});
    }
    mail.setRecipient(RecipientType.TO, new InternetAddress(to.value(), true));
    mail.setSubject(message.subject(), UTF_8);
    mail.setText(message.text(), UTF_8, "plain");
    mail.setSentDate(Date.from(message.madeAt()));
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answer by a machine
    mail.saveChanges();
    return mail;
  }

  private static String messageId(IdempotencyKey key, String from) {
    return "<" + localId(key) + from.substring(from.indexOf('@')) + ">";
  }

  /** A mail whose id does not change when it is written anew. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
