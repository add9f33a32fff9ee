package id.aduan.lapor.routes.mail;

import id.aduan.lapor.routes.mail.MailSettings.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What Camel's producer sends by: one connection per mail, within the bounds, and a failure that
 * says how far it came. Safe for use by many threads.
 */
final class SmtpSender extends DefaultJavaMailSender implements AutoCloseable {
  private final MailSettings settings;
  private final MailDeadline deadline = new MailDeadline();

  SmtpSender(MailSettings settings) {
    this.settings = settings;
    setSession(Session.getInstance(new Properties()));
  }

  @Override
  public void send(MimeMessage mail) throws MessagingException {
    try (MailDeadline.Watch watch = deadline.watch(settings.bounds().deadline())) {
      TracedTransport transport = transport(watch);
      try {
        transport.connect();
        transport.sendMessage(mail, mail.getAllRecipients());
      } catch (MessagingException | RuntimeException e) {
        // A failed command is followed by a reset, whose answer is of no interest.
        int code =
            e instanceof SMTPSendFailedException sent ? sent.getReturnCode() : transport.lastCode();
        throw new SmtpFailure(e, transport.isMessageUnderWay(), code, watch.ranOut());
      } finally {
        transport.closeQuietly();
      }
    }
  }

  private TracedTransport transport(MailDeadline.Watch watch) {
    MailSettings.Server server = settings.server();
    boolean ssl = server.security() == Security.SSL;
    String protocol = ssl ? "smtps" : "smtp";
    Session session = Session.getInstance(properties("mail." + protocol, watch));
    String user = settings.login().map(MailSettings.Login::user).orElse(null);
    String password = settings.login().map(login -> login.password().reveal()).orElse(null);
    URLName name = new URLName(protocol, server.host(), server.port(), null, user, password);
    return new TracedTransport(session, name, protocol, ssl);
  }

  private Properties properties(String prefix, MailDeadline.Watch watch) {
    MailSettings.Server server = settings.server();
    Properties own = new Properties();
    own.put(prefix + ".connectiontimeout", millis(settings.bounds().connect()));
    own.put(prefix + ".timeout", millis(settings.bounds().read()));
    own.put(prefix + ".auth", Boolean.toString(settings.login().isPresent()));
    own.put(prefix + ".auth.mechanisms", "PLAIN LOGIN");
    own.put(prefix + ".quitwait", "false");
    // The name of this machine is nobody's business, and many servers refuse "localhost".
    String from = settings.from().value();
    own.put(prefix + ".localhost", from.substring(from.indexOf('@') + 1));
    own.put(prefix + ".ssl.checkserveridentity", "true");
    own.put(prefix + ".socketFactory.fallback", "false");
    if (server.security() == Security.STARTTLS) {
      own.put(prefix + ".starttls.enable", "true");
      own.put(prefix + ".starttls.required", "true");
    }
    if (server.security() == Security.SSL) {
      own.put(prefix + ".ssl.socketFactory", watch.sealed(server.tls().context()));
    } else {
      own.put(prefix + ".socketFactory", watch.open());
      own.put(prefix + ".ssl.socketFactory", server.tls().context().getSocketFactory());
    }
    return own;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  @Override
  public void close() {
    deadline.close();
  }
}
