package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.FileTaking.Scope;
import id.aduan.lapor.sync.FileTaking.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Notes what became of fetching a file, and decides when it is given up. Safe for use by many
 * threads.
 */
final class FetchNotes {
  /** As long as where it comes from is in trouble, a file waits no longer than this. */
  static final Duration ORIGIN_TROUBLE_MAX = Duration.ofDays(7);

  /** What the far end may say while it is in trouble is not believed of one file any sooner. */
  static final Duration FAR_END_MIN = Duration.ofDays(1);

  private static final String ACTOR = "engine";
  private final CaseStore store;
  private final FileKept kept;
  private final int attemptsMax;
  private final InstantSource time;

  FetchNotes(CaseStore store, FileKept kept, FileFetch.Attempts attempts) {
    this.store = store;
    this.kept = kept;
    this.attemptsMax = attempts.max();
    this.time = attempts.time();
  }

  void taken(CaseFile file) {
    Instant now = time.instant();
    boolean unused = store.inTransaction(tx -> note(tx, file, now));
  }

  /** Another node may have been first: then its word stands. */
  private boolean note(Tx tx, CaseFile fetched, Instant now) {
    Optional<CaseFile> current = waiting(tx, fetched);
    if (current.isEmpty()) {
      return false;
    }
    CaseFile file = dated(released(current.get(), fetched), now);
    store.files().save(tx, file);
    boolean isHere = file.state() == State.HERE || file.state() == State.QUARANTINED;
    audit(
        tx,
        isHere ? Action.FILE_KEPT : Action.FILE_REFUSED,
        file,
        isHere
            ? file.original().get().sha256() + " " + file.original().get().type() + reason(file)
            : file.reason(),
        now);
    List<FileCopy> made = isHere ? file.copies() : List.of();
    made.forEach(
        copy ->
            audit(
                tx,
                Action.FILE_COPIED,
                file,
                copy.kind() + " " + copy.file().sha256() + " by " + copy.madeBy(),
                now));
    kept.kept(tx, file, now);
    return true;
  }

  /** The same bytes that a person let go before need no second word. */
  private static CaseFile released(CaseFile before, CaseFile fetched) {
    return fetched.state() == State.QUARANTINED
            && before.reason().equals(FileDesk.RELEASED)
            && before.original().equals(fetched.original())
        ? FileFetch.with(
            fetched, State.HERE, FileDesk.RELEASED, fetched.attempts(), fetched.since())
        : fetched;
  }

  private static String reason(CaseFile file) {
    return file.state() == State.HERE ? "" : " " + file.state() + " " + file.reason();
  }

  /** Whether it is given up. */
  boolean failed(CaseFile file, Waits waits) {
    int attempts = file.attempts() + (waits.scope() == Scope.FILE ? 1 : 0);
    Duration waited = Duration.between(file.since(), time.instant());
    boolean isLost = isLost(waits, attempts, waited);
    CaseFile after =
        FileFetch.with(
            file, isLost ? State.LOST : State.WAITING, waits.why(), attempts, file.since());
    if (isLost) {
      taken(after);
    } else {
      boolean unused =
          store.inTransaction(
              tx -> {
                if (waiting(tx, file).isPresent()) {
                  store.files().save(tx, after);
                }
                return true;
              });
    }
    return isLost;
  }

  private boolean isLost(Waits waits, int attempts, Duration waited) {
    return switch (waits.scope()) {
      case DISK -> false;
      case ORIGIN, ALL -> waited.compareTo(ORIGIN_TROUBLE_MAX) >= 0;
      case FILE ->
          attempts >= attemptsMax && (!waits.isFarEnd() || waited.compareTo(FAR_END_MIN) >= 0);
    };
  }

  private Optional<CaseFile> waiting(Tx tx, CaseFile file) {
    return store
        .files()
        .find(tx, file.complaint(), file.place())
        .filter(it -> it.state() == State.WAITING);
  }

  private static CaseFile dated(CaseFile file, Instant now) {
    return FileFetch.with(file, file.state(), file.reason(), file.attempts(), now);
  }

  private void audit(Tx tx, Action action, CaseFile file, String detail, Instant now) {
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now,
                ACTOR,
                action,
                file.complaint().value(),
                "file " + file.place() + ": " + detail));
  }
}
