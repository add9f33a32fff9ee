package id.aduan.lapor.notification;

import id.aduan.lapor.delivery.Targets;
import java.util.Locale;

/** The way that a message goes. Stored by name. */
public enum Channel {
  EMAIL(Targets.NOTIFY_EMAIL),
  /** A signed request to the agency's own system. */
  WEBHOOK(Targets.NOTIFY_WEBHOOK),
  /** SMS or WhatsApp by a gateway. */
  SMS(Targets.NOTIFY_SMS);

  private final String target;

  Channel(String target) {
    this.target = target;
  }

  /** What the engine calls it. */
  public String target() {
    return target;
  }

  /** As the configuration and addresses write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
