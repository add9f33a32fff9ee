package id.aduan.lapor.notification;

import id.aduan.lapor.delivery.DeliveryTarget;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a connector tells officials by, as its configuration says.
 *
 * @param messengers by the way that each goes; closed by whoever made them
 */
public record Notifications(
    Directory directory, Wording wording, Ladder ladder, Map<Channel, Messenger> messengers) {

  /** Tells nobody. */
  public static final Notifications NONE =
      new Notifications(
          (agency, role) -> Optional.empty(), Wording.shipped(), Ladder.USUAL, Map.of());

  public Notifications {
    messengers = Map.copyOf(messengers);
  }

  /**
   * What puts messages into the outbox.
   *
   * @param wake called with the target after a commit that put something there; must not block
   */
  public Notifier notifier(NotificationStores stores, Consumer<String> wake) {
    return new Notifier(stores, directory, wording, messengers.keySet(), wake);
  }

  /** What takes them from there: a target of the engine for each way, by its name. */
  public Map<String, DeliveryTarget> targets(
      NotificationStores stores, InstantSource time, NotificationTarget.Told told) {
    Map<String, DeliveryTarget> targets = new TreeMap<>();
    messengers.forEach(
        (channel, messenger) ->
            targets.put(
                channel.target(),
                new NotificationTarget(channel, messenger, stores, directory, time, told)));
    return targets;
  }
}
