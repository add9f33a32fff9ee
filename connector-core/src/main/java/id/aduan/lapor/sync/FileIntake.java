package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Notes the files of cases and has them fetched, one entry of the outbox for all that a case was
 * told of at once. A place once given stays; the same address is one file. What is above the number
 * of files is refused at once, once for the case and not for each. Safe for use by many threads.
 */
public final class FileIntake implements ComplaintFiles {
  /** The outbox operation that fetches what a case waits for. */
  static final String FETCH_FILES = "fetch-files";

  /** Why a file is not taken over: the case has enough of them. */
  static final String TOO_MANY = "case.too-many-files";

  private static final String ACTOR = "portal";
  private final CaseStore store;
  private final FileLimits limits;
  private final FileKept kept;
  private final Consumer<String> wake;

  /** Makes an intake; {@code wake} is as for {@link IntakeParts}. */
  public FileIntake(CaseStore store, FileLimits limits, FileKept kept, Consumer<String> wake) {
    this.store = store;
    this.limits = limits;
    this.kept = kept;
    this.wake = wake;
  }

  @Override
  public void told(Tx tx, TrackingId complaint, List<Attachment> attachments, Instant now) {
    if (attachments.isEmpty()) {
      return;
    }
    Set<String> addresses = new HashSet<>();
    store.files().of(tx, complaint).forEach(file -> addresses.add(file.attachment().url()));
    int place = store.files().lastPlace(tx, complaint);
    boolean waits = false;
    for (Attachment attachment : attachments) {
      if (place > limits.filesMax() || !addresses.add(attachment.url())) {
        continue;
      }
      CaseFile file = fresh(complaint, place + 1, attachment, now);
      if (!store.files().add(tx, file)) {
        continue; // its row is there, and damaged
      }
      place++;
      if (file.state() == CaseFile.State.WAITING) {
        waits = true;
      } else {
        audit(tx, complaint, "file " + place + " and what follows: " + TOO_MANY, now);
        kept.kept(tx, file, now);
      }
    }
    if (waits) {
      fetch(tx, complaint, "to place " + place, now);
    }
  }

  /** What fell due while nothing went out for the case goes out now. */
  @Override
  public void back(Tx tx, TrackingId complaint, Instant now) {
    for (CaseFile file : store.files().of(tx, complaint)) {
      if (file.state() == CaseFile.State.HERE) {
        kept.kept(tx, file, now);
      }
    }
  }

  /**
   * Has files fetched that were fetched before, or could not be; the agencies that are told of
   * files hear of it.
   *
   * @param why stands in the trail of each
   */
  void again(Tx tx, List<CaseFile> files, String actor, String why, Instant now) {
    for (CaseFile file : files) {
      // What a person let go needs no second word, should the same come again.
      String reason = file.reason().equals(FileDesk.RELEASED) ? FileDesk.RELEASED : "";
      CaseFile waiting = FileFetch.with(file, CaseFile.State.WAITING, reason, 0, now);
      store.files().save(tx, waiting);
      kept.kept(tx, waiting, now);
      String detail = "file " + file.place() + ": " + why;
      store
          .audit()
          .append(
              tx,
              new AuditEntry(
                  now, actor, Action.FILE_ASKED_AGAIN, file.complaint().value(), detail));
    }
    files.stream()
        .map(CaseFile::complaint)
        .distinct()
        .forEach(id -> fetch(tx, id, places(files) + " again at " + now, now));
  }

  private static String places(List<CaseFile> files) {
    return files.stream().map(it -> Integer.toString(it.place())).collect(Collectors.joining(" "));
  }

  /** The first above the limit is kept as a row, so that everybody sees that there is more. */
  private CaseFile fresh(TrackingId complaint, int place, Attachment attachment, Instant now) {
    boolean isOver = place > limits.filesMax();
    return new CaseFile(
        complaint,
        place,
        attachment,
        isOver ? CaseFile.State.REFUSED : CaseFile.State.WAITING,
        isOver ? TOO_MANY : "",
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        now);
  }

  /** Has what waits of a case fetched; once per occasion. */
  void fetch(Tx tx, TrackingId complaint, String occasion, Instant now) {
    Lane lane = new Lane(complaint, Targets.FILES);
    IdempotencyKey key = IdempotencyKey.of(lane, FETCH_FILES, occasion);
    boolean unused =
        store.outbox().enqueue(tx, new NewEntry(lane, FETCH_FILES, key, new byte[0], ""), now);
    tx.afterCommit(() -> wake.accept(Targets.FILES));
  }

  private void audit(Tx tx, TrackingId complaint, String detail, Instant now) {
    store
        .audit()
        .append(tx, new AuditEntry(now, ACTOR, Action.FILE_REFUSED, complaint.value(), detail));
  }
}
