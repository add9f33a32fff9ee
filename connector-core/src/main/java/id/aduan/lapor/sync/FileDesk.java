package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.http.Content;
import id.aduan.lapor.store.Tx;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a person does with the files of cases (PSE-01). Safe for use by many threads. */
public final class FileDesk {
  /** More are not listed at once. */
  public static final int LISTED_MAX = 500;

  private final CaseStore store;
  private final FileVault vault;
  private final FileIntake intake;
  private final FileDelivering delivering;
  private final InstantSource time;

  /** Why a file is here that was held back. */
  static final String RELEASED = "released";

  public FileDesk(
      CaseStore store,
      FileVault vault,
      FileIntake intake,
      FileDelivering delivering,
      InstantSource time) {
    this.store = store;
    this.vault = vault;
    this.intake = intake;
    this.delivering = delivering;
    this.time = time;
  }

  /** The files of a case, by their place. */
  public List<CaseFile> of(TrackingId complaint) {
    return store.read(tx -> store.files().of(tx, complaint));
  }

  /** Those that wait for the portal or a person, the oldest first, at most {@link #LISTED_MAX}. */
  public List<CaseFile> waiting() {
    return store.read(
        tx -> {
          List<CaseFile> files = new ArrayList<>();
          for (State state : List.of(State.QUARANTINED, State.LOST, State.REFUSED, State.WAITING)) {
            files.addAll(store.files().in(tx, state, LISTED_MAX - files.size()));
          }
          return files;
        });
  }

  /** How many there are of each state that waits. */
  public Map<State, Long> counts() {
    return store.read(store.files()::counts);
  }

  /**
   * Asks anew for what was lost or refused of a case, or of one place, and for what is here no more
   * as it was kept; and sends anew what agencies did not take. What is above a limit is refused
   * again; what is more than a case may have is not asked for.
   *
   * @param agency to send to this one alone, and ask the portal for nothing
   * @return how many files are asked for, or sent
   */
  public int retry(
      TrackingId complaint, OptionalInt place, Optional<AgencyCode> agency, Operator operator) {
    Instant now = time.instant();
    // Reading whole files must not hold up whoever writes to the store.
    List<CaseFile> wanted =
        of(complaint).stream()
            .filter(file -> agency.isEmpty())
            .filter(file -> place.isEmpty() || place.getAsInt() == file.place())
            .filter(this::mayCome)
            .toList();
    return store.inTransaction(
        tx -> {
          List<CaseFile> same =
              wanted.stream()
                  .filter(
                      file ->
                          store
                              .files()
                              .find(tx, complaint, file.place())
                              .filter(file::equals)
                              .isPresent())
                  .toList();
          intake.again(tx, same, operator.actor(), operator.because("asked again"), now);
          return same.size() + resend(tx, complaint, place, agency, operator, now);
        });
  }

  private boolean mayCome(CaseFile file) {
    return switch (file.state()) {
      case LOST -> true;
      case REFUSED -> !file.reason().equals(FileIntake.TOO_MANY);
      case HERE, QUARANTINED -> !FileScan.isWhole(file, vault);
      case WAITING -> false;
    };
  }

  private int resend(
      Tx tx,
      TrackingId complaint,
      OptionalInt place,
      Optional<AgencyCode> agency,
      Operator operator,
      Instant now) {
    int sent = 0;
    for (FileDelivery refused : store.files().deliveries().of(tx, complaint)) {
      boolean isMeant =
          refused.state() == FileDelivery.State.REFUSED
              && (place.isEmpty() || place.getAsInt() == refused.place())
              && agency.filter(it -> !it.equals(refused.agency())).isEmpty();
      Optional<CaseFile> file =
          isMeant ? store.files().find(tx, complaint, refused.place()) : Optional.empty();
      if (file.isPresent() && delivering.again(tx, refused, file.get(), now)) {
        String what = operator.because("sent again to " + refused.agency());
        audit(tx, Action.FILE_ASKED_AGAIN, file.get(), what, operator, now);
        sent++;
      }
    }
    return sent;
  }

  /**
   * Lets a file go that was held back.
   *
   * @return the file as it is now; empty if it is not held back
   */
  public Optional<CaseFile> release(TrackingId complaint, int place, Operator operator) {
    Instant now = time.instant();
    return store.inTransaction(
        tx -> {
          Optional<CaseFile> held =
              store.files().of(tx, complaint).stream()
                  .filter(file -> file.place() == place && file.state() == State.QUARANTINED)
                  .findFirst();
          return held.map(
              file -> {
                CaseFile released =
                    FileFetch.with(file, State.HERE, RELEASED, file.attempts(), now);
                store.files().save(tx, released);
                audit(tx, Action.FILE_KEPT, file, operator.because("released"), operator, now);
                delivering.kept(tx, released, now);
                return released;
              });
        });
  }

  /**
   * The original of a file, as it came; that it was shown is noted.
   *
   * @return empty if it is not here
   * @throws IOException when it is not what was kept
   */
  public Optional<Content> original(TrackingId complaint, int place, Operator operator)
      throws IOException {
    Optional<CaseFile> file = of(complaint).stream().filter(it -> it.place() == place).findFirst();
    Optional<StoredFile> original = file.flatMap(CaseFile::original);
    if (original.isEmpty()) {
      return Optional.empty();
    }
    vault.verify(original.get());
    Instant now = time.instant();
    store.inTransaction(
        tx -> {
          audit(tx, Action.CONTENT_READ, file.get(), operator.because("exported"), operator, now);
          return true;
        });
    return Optional.of(vault.content(original.get()));
  }

  /**
   * Notes that a person takes the originals of a case, or of one place, out of here.
   *
   * @return how many there are
   */
  public int taken(TrackingId complaint, OptionalInt place, Operator operator) {
    Instant now = time.instant();
    return store.inTransaction(
        tx -> {
          int taken = 0;
          for (CaseFile file : store.files().of(tx, complaint)) {
            boolean isMeant = place.isEmpty() || place.getAsInt() == file.place();
            if (isMeant && file.original().isPresent()) {
              audit(tx, Action.CONTENT_READ, file, operator.because("exported"), operator, now);
              taken++;
            }
          }
          return taken;
        });
  }

  private void audit(
      Tx tx, Action action, CaseFile file, String detail, Operator operator, Instant now) {
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now,
                operator.actor(),
                action,
                file.complaint().value(),
                "file " + file.place() + ": " + detail));
  }
}
