package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Replies.Held;
import id.aduan.lapor.sync.Replies.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a person does with answers that wait for one before they go to the portal (D13): reads,
 * approves as they are or in other words, or rejects them; each in one transaction with its line in
 * the audit trail. Safe for use by many threads; done twice, the second time is refused.
 */
public final class ReplyDesk {
  /** The longest text that a person may put in an answer's place. */
  public static final int TEXT_CHARACTERS_MAX = 10_000;

  private final CaseStore store;
  private final AnswerGate gate;
  private final InstantSource time;

  /**
   * Makes it.
   *
   * @param wake called with the target after a commit that let an answer go; must not block
   */
  public ReplyDesk(
      CaseStore store,
      PortalWriter portal,
      ReplyRules rules,
      InstantSource time,
      Consumer<String> wake) {
    this.store = store;
    this.gate = new AnswerGate(store, portal, rules, wake);
    this.time = time;
  }

  /** How it ended. */
  public enum Outcome {
    /** It goes to the portal. */
    APPROVED,
    /** It does not go to the portal. */
    REJECTED,
    /** No answer has this number. */
    UNKNOWN,
    /** A person has decided of it before. */
    DECIDED,
    NO_REASON,
    /** The text in its place is blank or too long. */
    BAD_TEXT
  }

  /** The oldest answers that wait, without their words. */
  public List<Replies.Waiting> waiting(int max) {
    return store.read(tx -> store.replies().waiting(tx, max));
  }

  /**
   * An answer with its words, decided or not; that it was read is in the audit trail before it is
   * (S26).
   */
  public Optional<Held> content(long id, Operator by) {
    return store.inTransaction(
        tx -> {
          Optional<Held> found = store.replies().find(tx, id);
          found.ifPresent(held -> audit(tx, held, Action.CONTENT_READ, by, "", time.instant()));
          return found;
        });
  }

  /**
   * Lets an answer go to the portal.
   *
   * @param text what it says instead of the agency's words; empty to leave them
   */
  public Outcome approve(long id, Optional<String> text, Operator by) {
    if (text.map(it -> it.isBlank() || it.length() > TEXT_CHARACTERS_MAX).orElse(false)) {
      return Outcome.BAD_TEXT;
    }
    return store.inTransaction(
        tx ->
            store
                .replies()
                .find(tx, id)
                .map(held -> approve(tx, held, text, by, time.instant()))
                .orElse(Outcome.UNKNOWN));
  }

  private Outcome approve(Tx tx, Held held, Optional<String> text, Operator by, Instant now) {
    if (held.state() != State.WAITING) {
      return Outcome.DECIDED;
    }
    FollowUp answer = text.map(held.followUp()::worded).orElse(held.followUp());
    store.replies().decide(tx, held, State.APPROVED, answer, now);
    gate.publish(tx, answer, now);
    audit(tx, held, Action.REPLY_APPROVED, by, text.isPresent() ? ", in other words" : "", now);
    return Outcome.APPROVED;
  }

  /** Keeps an answer from the portal; needs a reason. */
  public Outcome reject(long id, Operator by) {
    return by.reason().isEmpty()
        ? Outcome.NO_REASON
        : store.inTransaction(
            tx ->
                store
                    .replies()
                    .find(tx, id)
                    .map(held -> reject(tx, held, by, time.instant()))
                    .orElse(Outcome.UNKNOWN));
  }

  private Outcome reject(Tx tx, Held held, Operator by, Instant now) {
    if (held.state() != State.WAITING) {
      return Outcome.DECIDED;
    }
    store.replies().decide(tx, held, State.REJECTED, held.followUp(), now);
    audit(tx, held, Action.REPLY_REJECTED, by, "", now);
    return Outcome.REJECTED;
  }

  private void audit(Tx tx, Held held, Action action, Operator by, String how, Instant now) {
    FollowUp answer = held.followUp();
    String what =
        "reply " + held.id() + " of " + answer.agency() + ", change " + answer.changeId() + how;
    store
        .audit()
        .append(
            tx,
            new AuditEntry(now, by.actor(), action, answer.complaint().value(), by.because(what)));
  }
}
