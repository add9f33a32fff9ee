package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Alert.Kind;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells a person that files were lost, refused or held back, find no room, or are not taken by an
 * agency: once a day for all of a kind, and of each agency. Safe for use by many threads.
 */
public final class FileAlerts {
  private static final Duration EVERY = Duration.ofDays(1);
  private final Consumer<Alert> alerts;

  /** No more than the kinds and the agencies there are. */
  private final Map<String, Instant> told = new HashMap<>();

  public FileAlerts(Consumer<Alert> alerts) {
    this.alerts = alerts;
  }

  /** A file is not waiting any more. */
  void kept(Tx tx, CaseFile file, Instant now) {
    switch (file.state()) {
      case LOST -> tell(tx, Kind.FILES_LOST, "could not be had from the portal", now);
      case REFUSED -> tell(tx, Kind.FILES_REFUSED, "are not taken over", now);
      case QUARANTINED -> tell(tx, Kind.FILES_QUARANTINED, "are held back", now);
      case WAITING, HERE -> {}
    }
  }

  /** The disk of files took nothing just now (F71). */
  void noRoom(Instant now) {
    tell(
        Kind.FILES_NO_ROOM,
        Targets.FILES,
        "wait, since their disk is full or cannot be written to: make room there, or set"
            + " documents.attachments.diskReserve lower",
        now);
  }

  /** An agency does not take a file. */
  void notTaken(Tx tx, String target, Instant now) {
    tell(tx, Kind.FILES_NOT_TAKEN, target, "are not taken by an agency", now);
  }

  private void tell(Tx tx, Kind kind, String what, Instant now) {
    tell(tx, kind, Targets.FILES, what, now);
  }

  private void tell(Tx tx, Kind kind, String target, String what, Instant now) {
    tx.afterCommit(() -> tell(kind, target, what, now));
  }

  private void tell(Kind kind, String target, String what, Instant now) {
    if (isDue(kind + " " + target, now)) {
      alerts.accept(
          new Alert(
              kind,
              target,
              "files of complaints "
                  + what
                  + "; 'lapor files list' tells which, and nothing else waits for them"));
    }
  }

  private boolean isDue(String occasion, Instant now) {
    synchronized (told) {
      Instant last = told.get(occasion);
      if (last != null && now.isBefore(last.plus(EVERY))) {
        return false;
      }
      told.put(occasion, now);
      return true;
    }
  }
}
