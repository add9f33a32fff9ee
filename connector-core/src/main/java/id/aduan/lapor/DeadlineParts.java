package id.aduan.lapor;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Dispatcher;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.notification.NotificationTarget;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.DailyDigest;
import id.aduan.lapor.sync.DeadlineDesk;
import id.aduan.lapor.sync.DeadlineRound;
import id.aduan.lapor.sync.DeadlineSweep;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Detection;
import id.aduan.lapor.sync.Recount;
import id.aduan.lapor.sync.Timekeeper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What of a connector counts time and tells officials. */
record DeadlineParts(
    CaseStore store,
    Notifications how,
    Timekeeper timekeeper,
    CaseNotices notices,
    DeadlineDesk desk,
    DeadlineRound round) {

  static DeadlineParts of(
      CaseStore store,
      LaporConnectorBuilder settings,
      InstantSource time,
      ConnectorListener listener,
      Dispatcher dispatcher) {
    Deadlines deadlines = settings.deadlines();
    Timekeeper timekeeper =
        new Timekeeper(
            store,
            deadlines,
            new Detection(dispatcher::tell, listener::detected, dispatcher::tell));
    CaseNotices notices =
        new CaseNotices(store, deadlines, settings.notifications(), dispatcher::wake);
    return new DeadlineParts(
        store,
        settings.notifications(),
        timekeeper,
        notices,
        new DeadlineDesk(store, deadlines, timekeeper, time),
        new DeadlineRound(
            new Recount(store, deadlines, timekeeper, time),
            new DeadlineSweep(store, deadlines, timekeeper, notices, time),
            DailyDigest.of(store, deadlines, settings.notifications().wording(), notices, time)));
  }

  /** The ways of messages, as targets of the engine. */
  Map<String, DeliveryTarget> targets(InstantSource time, Consumer<Alert> alerts) {
    Map<String, DeliveryTarget> targets = new TreeMap<>();
    for (Channel channel : Channel.values()) {
      Optional.ofNullable(how.messengers().get(channel))
          .or(() -> removed(channel))
          .map(
              messenger ->
                  new NotificationTarget(
                      channel,
                      messenger,
                      CaseNotices.stores(store),
                      how.directory(),
                      time,
                      new NotificationTarget.Told(this::notified, alerts)))
          .ifPresent(target -> targets.put(channel.target(), target));
    }
    return targets;
  }

  /** What still waits for a way that the configuration has no more is given up, and told. */
  private Optional<Messenger> removed(Channel channel) {
    return store
        .read(tx -> store.claims().oldestWaiting(tx, channel.target()))
        .map(since -> Messenger.REMOVED);
  }

  private void notified(Tx tx, TrackingId complaint, AgencyCode agency, Instant at) {
    timekeeper.happened(tx, complaint, Occurrence.of(CaseEvent.NOTIFIED, at, agency), at);
  }

  void close() {
    how.messengers().values().forEach(messenger -> messenger.close());
  }
}
