package id.aduan.lapor.notification;

import java.util.Map;

/**
 * How officials are told what concerns them.
 *
 * @param messengers the ways that there are; without any nothing is sent, and the rest is kept all
 *     the same
 */
public record Notifications(
    Directory directory, Wording wording, Ladder ladder, Map<Channel, Messenger> messengers) {

  /** Tells nobody. */
  public static final Notifications NONE =
      new Notifications(
          Directory.of(Map.of(), Map.of()), Wording.shipped(), Ladder.USUAL, Map.of());

  public Notifications {
    messengers = Map.copyOf(messengers);
  }
}
