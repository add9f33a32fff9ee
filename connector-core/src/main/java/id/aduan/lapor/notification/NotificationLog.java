package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.Optional;

/** What was made of notices: one row per recipient and way. Holds no address and no text. */
public interface NotificationLog {
  /**
   * Adds a message.
   *
   * @return false if its key is there already; then nothing changes
   */
  boolean add(Tx tx, Notification made);

  /** Keeps what is newly known of a message that was added. */
  void save(Tx tx, Notification changed);

  Optional<Notification> find(Tx tx, String key);

  /** The newest message that the server of this way calls so; never one that it gave no name. */
  Optional<Notification> byReference(Tx tx, Channel channel, String reference);

  /** All about a case, in the order in which they were made. */
  List<Notification> about(Tx tx, TrackingId complaint);
}
