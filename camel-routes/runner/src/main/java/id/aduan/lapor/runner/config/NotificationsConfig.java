package id.aduan.lapor.runner.config;

import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.routes.mail.CamelMessenger;
import java.util.Optional;

/**
 * How officials are told what concerns them.
 *
 * @param reports how a gateway for SMS reports, if it does
 * @param mail the messenger for e-mail, which is among the others too; it has to be opened
 */
public record NotificationsConfig(
    Notifications how, Optional<ReportsConfig> reports, Optional<CamelMessenger> mail)
    implements AutoCloseable {

  /** Closes the messengers, for whoever does not hand them to a connector. */
  @Override
  public void close() {
    how.messengers().values().forEach(messenger -> messenger.close());
  }
}
