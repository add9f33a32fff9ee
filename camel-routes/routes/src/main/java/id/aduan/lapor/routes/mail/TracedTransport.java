package id.aduan.lapor.routes.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection for one mail, that knows whether the server may have the message. */
final class TracedTransport extends SMTPTransport {
  private static final Logger LOG = LoggerFactory.getLogger(TracedTransport.class);
  private static final int NO_ANSWER = -1;

  private boolean messageUnderWay;
  private int code = NO_ANSWER;

  TracedTransport(Session session, URLName name, String protocol, boolean ssl) {
    super(session, name, protocol, ssl);
  }

  /** Whether the server has let us begin with the message, and has said nothing of it since. */
  boolean isMessageUnderWay() {
    return messageUnderWay;
  }

  /** What the server answered last; -1 for nothing, or nothing that can be read. */
  int lastCode() {
    return code;
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    code = NO_ANSWER; // so that a lost answer does not leave the one before in its place
    code = super.readServerResponse();
    return code;
  }

  @Override
  protected OutputStream data() throws MessagingException {
    OutputStream out = super.data();
    messageUnderWay = true;
    return out;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    try {
      super.finishData();
      messageUnderWay = false;
    } catch (MessagingException e) {
      messageUnderWay = code == NO_ANSWER;
      throw e;
    }
  }

  /** What becomes of the connection after the mail changes nothing about the mail. */
  void closeQuietly() {
    try {
      close();
    } catch (MessagingException e) {
      LOG.debug("the connection to the mail server did not end in order");
    }
  }
}
