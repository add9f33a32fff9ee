package id.aduan.lapor.routes.mail;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Messenger;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailProducer;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail by Camel's mail component, one connection per message. A message is data: none of it
 * is read as an expression, an option or a header, and no header of the context goes out (S4).
 *
 * <p>A repetition carries the same {@code Message-ID}, made of the key, so that a mailbox can tell
 * it. Until the message itself is under way every failure proves that nothing was sent; after that,
 * only the server's own word does. Safe for use by many threads.
 */
public final class CamelMessenger implements Messenger {
  /** Camel's endpoints have an address; the settings bring their own. */
  private static final String NOWHERE = "smtp://lapor.invalid";

  private final SmtpSender sender;
  private final MailWriter writer;
  private volatile @Nullable MailProducer producer;

  public CamelMessenger(MailSettings settings) {
    sender = new SmtpSender(settings);
    writer = new MailWriter(settings, sender.getSession());
  }

  /**
   * Lets mails out; until then all of them wait.
   *
   * @param context lends its class loader and its types; its components are left alone
   */
  public void open(CamelContext context) {
    MailConfiguration configuration = new MailConfiguration(context);
    configuration.setJavaMailSender(sender);
    MailComponent component = new MailComponent(context);
    MailProducer opened =
        new MailProducer(new MailEndpoint(NOWHERE, component, configuration), sender);
    ServiceHelper.startService(opened);
    producer = opened;
  }

  @Override
  public DeliveryResult send(Message message, IdempotencyKey key) {
    MailProducer opened = producer;
    if (opened == null) {
      return DeliveryResult.targetTrouble("no connection to the mail server is open yet");
    }
    MimeMessage mail;
    try {
      mail = writer.write(message, key);
    } catch (MessagingException e) {
      return new DeliveryResult.Refused("mail.unwritable", "no mail can be made of it");
    }
    Exchange exchange = opened.getEndpoint().createExchange(ExchangePattern.InOnly);
    exchange.getIn().setBody(mail);
    try {
      opened.process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    Exception failure = exchange.getException();
    return failure == null
        ? new DeliveryResult.Accepted(MailWriter.localId(key))
        : SmtpOutcome.of(failure);
  }

  @Override
  public void close() {
    ServiceHelper.stopService(producer);
    sender.close();
  }
}
