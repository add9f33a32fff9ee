package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where agencies' answers go out to the portal, or wait for a person before that (D13). Safe for
 * use by many threads.
 */
final class AnswerGate {
  private final CaseStore store;
  private final PortalWriter portal;
  private final ReplyRules rules;
  private final Consumer<String> wake;

  AnswerGate(CaseStore store, PortalWriter portal, ReplyRules rules, Consumer<String> wake) {
    this.store = store;
    this.portal = portal;
    this.rules = rules;
    this.wake = wake;
  }

  /**
   * Takes an answer. One to a case that the portal has put away waits for a person (C13).
   *
   * @param ask whether a person is asked whatever the rules say
   */
  void take(Tx tx, FollowUp answer, boolean ask, Instant now) {
    boolean writable = AnswerCase.of(store, tx, answer.complaint()).writable();
    if (!ask && writable && !rules.afterApproval()) {
      publish(tx, answer, now);
      return;
    }
    store.replies().add(tx, answer, now);
    String what = "change " + answer.changeId();
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now, answer.agency().value(), Action.REPLY_HELD, answer.complaint().value(), what));
  }

  /** Puts an answer at the end of its case's lane; once, however often it is told (C3). */
  void publish(Tx tx, FollowUp answer, Instant now) {
    Lane lane = new Lane(answer.complaint(), Targets.PORTAL);
    IdempotencyKey key =
        IdempotencyKey.of(lane, AnswerIntake.PUBLISH, answer.agency() + "|" + answer.changeId());
    AnswerCase about = AnswerCase.of(store, tx, answer.complaint());
    FollowUp worded = about.shown(answer.worded(rules.referenced(answer.content(), key)));
    store.outbox().enqueue(tx, about.entry(portal, lane, key, worded), now);
    tx.afterCommit(() -> wake.accept(Targets.PORTAL));
  }
}
