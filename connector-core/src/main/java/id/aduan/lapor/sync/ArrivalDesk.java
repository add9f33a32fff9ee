package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Kept;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.ArrivalReader.Reading;
import id.aduan.lapor.sync.ParkedAnswer.Done;
import id.aduan.lapor.sync.ParkedAnswer.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person does with what was set aside on arrival (C11, C12): has it read again, or discards
 * it, in one transaction with its line in the audit trail.
 *
 * <p>Refuses by its answer and changes nothing then. Fails with {@link StoreException} when the
 * store cannot keep it. Safe for use by many threads.
 */
public final class ArrivalDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ArrivalDesk.class);
  private final CaseStore store;
  private final ArrivalReader reader;
  private final InstantSource time;

  /** Makes it. */
  public ArrivalDesk(CaseStore store, ArrivalReader reader, InstantSource time) {
    this.store = store;
    this.reader = reader;
    this.time = time;
  }

  /** What {@link #replay} would answer now, as far as reading tells; changes nothing. */
  public ParkedAnswer plan(String reference) {
    Found found = find(reference);
    return found.reading() instanceof Reading.No no
        ? ParkedAnswer.refused(no.why(), no.detail())
        : ParkedAnswer.of(Done.USED, "");
  }

  /** Reads it again, and applies it if it can be. */
  public ParkedAnswer replay(String reference, Operator by) {
    Found found = find(reference);
    if (found.reading() instanceof Reading.No no) {
      return ParkedAnswer.refused(no.why(), no.detail());
    }
    Reading.Usable usable = (Reading.Usable) found.reading();
    try {
      return store.inTransaction(tx -> use(tx, reference, usable, by, time.instant()));
    } catch (NobodyMeant e) {
      return ParkedAnswer.refused(Refusal.NOBODY_MEANT, "");
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be applied: {}", reference, e.getClass().getName());
      return ParkedAnswer.refused(Refusal.UNREADABLE, Quarantine.NOT_APPLIED);
    }
  }

  private ParkedAnswer use(
      Tx tx, String reference, Reading.Usable usable, Operator by, Instant now) {
    Optional<Kept> kept = store.inbox().setAside(tx, reference);
    if (kept.isEmpty()) {
      return ParkedAnswer.refused(Refusal.UNKNOWN, "");
    }
    store.inbox().used(tx, kept.get(), usable.about());
    if (!usable.effect().apply(tx, now)) {
      throw new NobodyMeant();
    }
    String what = kept.get().source() + ": " + kept.get().receipt().code() + ", used";
    audit(tx, now, by, Action.REPLAYED, reference, what);
    return ParkedAnswer.of(
        Done.USED, usable.about().map(TrackingId::value).orElse(kept.get().source()));
  }

  /** Undoes the transaction it is thrown in. */
  private static final class NobodyMeant extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** It is not read again. */
  public ParkedAnswer discard(String reference, Operator by) {
    return store.inTransaction(
        tx -> {
          if (!store.inbox().discard(tx, reference)) {
            return ParkedAnswer.refused(Refusal.UNKNOWN, "");
          }
          audit(tx, time.instant(), by, Action.DISCARDED, reference, "arrival");
          return ParkedAnswer.of(Done.DISCARDED, "");
        });
  }

  /**
   * What arrived, for the person who has to look; that they saw it is in the audit trail before
   * they do (S26). Empty for what is unknown or damaged.
   */
  public Optional<byte[]> content(String reference, Operator by) {
    Optional<Kept> kept = find(reference).kept();
    if (kept.isPresent()) {
      store.inTransaction(
          tx -> {
            audit(
                tx,
                time.instant(),
                by,
                Action.CONTENT_READ,
                reference,
                "arrival from " + kept.get().source());
            return true;
          });
    }
    return kept.map(Kept::raw);
  }

  private record Found(Optional<Kept> kept, Reading reading) {}

  private Found find(String reference) {
    try {
      Optional<Kept> kept = store.read(tx -> store.inbox().setAside(tx, reference));
      return new Found(
          kept, kept.map(reader::read).orElseGet(() -> new Reading.No(Refusal.UNKNOWN, "")));
    } catch (CorruptRowException | SealException e) {
      return new Found(Optional.empty(), new Reading.No(Refusal.DAMAGED, ""));
    }
  }

  private void audit(
      Tx tx, Instant now, Operator by, Action action, String subject, String detail) {
    store.audit().append(tx, new AuditEntry(now, by.actor(), action, subject, by.because(detail)));
  }
}
