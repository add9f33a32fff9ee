package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.function.Consumer;

/** Has the engine take the next step of a filing. */
record FilingSteps(CaseStore store, Consumer<String> wake) {
  private static final byte[] NOTHING = new byte[0];

  /** Puts the step that is next into the outbox; what it sends is read when it is taken. */
  void next(Tx tx, Filing filing, Instant now) {
    if (filing.step() == Step.DONE) {
      return;
    }
    Lane lane = filing.lane();
    String operation = filing.step().operation();
    IdempotencyKey key = IdempotencyKey.of(lane, operation, filing.contentHash());
    boolean unused =
        store.outbox().enqueue(tx, new NewEntry(lane, operation, key, NOTHING, key.value()), now);
    tx.afterCommit(() -> wake.accept(Targets.PORTAL_FILING));
  }

  /** Told of the filing, under the number of its lane; no person is in it. */
  void audit(Tx tx, Filing filing, String actor, Action action, String detail, Instant now) {
    store
        .audit()
        .append(tx, new AuditEntry(now, actor, action, filing.lane().complaint().value(), detail));
  }

  /** The local system's own number, as the audit trail tells it. */
  static String local(Filing filing) {
    return filing.report().source() + " " + filing.report().number();
  }
}
