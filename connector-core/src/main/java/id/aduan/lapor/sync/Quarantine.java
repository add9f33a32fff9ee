package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Optional;

/** Keeps what arrived and could not be used: its bytes, and a line in the audit trail (C11). */
final class Quarantine {
  /** The code of what could be read and not applied; its bytes are what was read. */
  static final String NOT_APPLIED = "processing.failed";

  private final CaseStore store;

  Quarantine(CaseStore store) {
    this.store = store;
  }

  /** What arrived, as a source calls it. */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Item(String source, String eventId, byte[] raw, Instant at) {
    String reference() {
      return "in-" + Digests.of(source + "|" + eventId).substring(0, 16);
    }
  }

  /** Keeps it, unless something is kept under its id already; that stays as it is. */
  Receipt keep(Tx tx, Item item, String code) {
    return keep(tx, item, item.raw(), code);
  }

  /**
   * The same for something of which not all may be kept.
   *
   * @param kept its bytes without what may not; told again, it is known by those that came
   */
  Receipt keep(Tx tx, Item item, byte[] kept, String code) {
    Receipt receipt = new Receipt(item.reference(), true, code, Digests.of(item.raw()));
    if (!isKept(tx, item)) {
      add(tx, item, kept, receipt);
    }
    return receipt;
  }

  /** Sets aside what was kept before it was applied, and could not be; false if it is not there. */
  boolean giveUp(Tx tx, String source, String reference, Instant at) {
    boolean isGivenUp = store.inbox().giveUp(tx, reference, NOT_APPLIED);
    if (isGivenUp) {
      audit(tx, at, source, reference, NOT_APPLIED);
    }
    return isGivenUp;
  }

  /** Whether its id is taken. A row that was damaged takes it too. */
  boolean isKept(Tx tx, Item item) {
    try {
      return store.inbox().find(tx, item.source(), item.eventId()).isPresent();
    } catch (CorruptRowException e) {
      return true;
    }
  }

  private void add(Tx tx, Item item, byte[] kept, Receipt receipt) {
    store
        .inbox()
        .add(
            tx,
            new Arrival(
                item.source(),
                item.eventId(),
                item.at(),
                kept,
                receipt.contentHash(),
                receipt,
                Optional.empty()));
    audit(tx, item.at(), item.source(), receipt.reference(), receipt.code());
  }

  private void audit(Tx tx, Instant at, String source, String reference, String code) {
    store.audit().append(tx, new AuditEntry(at, source, Action.QUARANTINED, reference, code));
  }
}
