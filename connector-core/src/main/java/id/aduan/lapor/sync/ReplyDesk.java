package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Enclosure;
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
 * What a person does with answers that wait for one before they go to the portal (D13): reads, puts
 * files to them, approves as they are or in other words, or rejects them; each in one transaction
 * with its line in the audit trail. Safe for use by many threads; done twice, the second time is
 * refused.
 */
public final class ReplyDesk {
  /** The longest text that a person may put in an answer's place. */
  public static final int TEXT_CHARACTERS_MAX = 10_000;

  private final CaseStore store;
  private final AnswerGate gate;
  private final Enclosures enclosures;
  private final InstantSource time;

  /**
   * Makes it.
   *
   * @param files where files that a person puts to answers are kept; empty where none are
   * @param wake called with the target after a commit that let an answer go; must not block
   */
  public ReplyDesk(
      CaseStore store,
      PortalWriter portal,
      ReplyRules rules,
      Optional<FileRules> files,
      InstantSource time,
      Consumer<String> wake) {
    this.store = store;
    this.gate = new AnswerGate(store, portal, rules, wake);
    this.enclosures = new Enclosures(files, rules);
    this.time = time;
  }

  /** How it ended. */
  public enum Outcome {
    /** It goes to the portal. */
    APPROVED,
    /** It does not go to the portal. */
    REJECTED,
    /** A file is kept for it; it goes with it where it is named when the answer is approved. */
    ENCLOSED,
    /** No answer has this number. */
    UNKNOWN,
    /** A person has decided of it before. */
    DECIDED,
    NO_REASON,
    /** The text in its place is blank or too long. */
    BAD_TEXT,
    /** Files are not kept here: nobody configured where. */
    NO_FILES,
    /** The file has no byte. */
    FILE_EMPTY,
    /** The file is larger than {@link ReplyRules#fileBytesMax()}. */
    FILE_TOO_LARGE,
    /** A citizen could not open the file safely, or it is no valid document; a finding says why. */
    FILE_UNFIT,
    /** More than {@link ReplyRules#filesMax()}. */
    TOO_MANY_FILES,
    /** A file was not handed in for this answer, or is named twice. */
    BAD_FILES
  }

  /**
   * How it ended with a file.
   *
   * @param file how it is kept; empty where it is not
   * @param findings codes of what is odd about it; the first is why where it is {@link
   *     Outcome#FILE_UNFIT}
   */
  public record Enclosing(Outcome outcome, Optional<Enclosure> file, List<String> findings) {
    public Enclosing {
      findings = List.copyOf(findings);
    }

    private static Enclosing of(Outcome outcome) {
      return new Enclosing(outcome, Optional.empty(), List.of());
    }
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
   * Keeps a file for an answer that waits, byte for byte. It goes with the answer only where {@link
   * #approve} names it. The same bytes handed in again are one file.
   *
   * @param name as its owner calls it; anything
   * @throws id.aduan.lapor.failure.StoreException when there is no room for it
   */
  public Enclosing enclose(long id, String name, byte[] bytes, Operator by) {
    Outcome before =
        store
            .read(tx -> store.replies().find(tx, id))
            .map(ReplyDesk::standing)
            .orElse(Outcome.UNKNOWN);
    if (before != Outcome.ENCLOSED) {
      return Enclosing.of(before);
    }
    if (!enclosures.areTaken()) {
      return Enclosing.of(Outcome.NO_FILES);
    }
    if (bytes.length == 0 || bytes.length > enclosures.bytesMax()) {
      return Enclosing.of(bytes.length == 0 ? Outcome.FILE_EMPTY : Outcome.FILE_TOO_LARGE);
    }
    Enclosures.Taken taken = enclosures.take(name, bytes);
    if (taken.file().isEmpty()) {
      return new Enclosing(
          Outcome.FILE_UNFIT, Optional.empty(), taken.seen().blocked().stream().toList());
    }
    Outcome outcome = decided(id, (tx, held) -> enclose(tx, held, taken, by));
    return new Enclosing(outcome, taken.file(), taken.seen().findings());
  }

  private static Outcome standing(Held held) {
    return held.state() == State.WAITING ? Outcome.ENCLOSED : Outcome.DECIDED;
  }

  private Outcome enclose(Tx tx, Held held, Enclosures.Taken taken, Operator by) {
    Enclosure file = taken.file().orElseThrow();
    FollowUp answer = held.followUp();
    store.replies().enclose(tx, held, answer.enclosing(Enclosures.with(answer.enclosures(), file)));
    String odd = taken.seen().findings().isEmpty() ? "" : ", " + taken.seen().findings();
    String what = ", " + file.type() + " of " + file.bytes() + " bytes, " + file.sha256() + odd;
    audit(tx, held, Action.FILE_ENCLOSED, by, what, time.instant());
    return Outcome.ENCLOSED;
  }

  /** Lets an answer go to the portal, without files of a person's. */
  public Outcome approve(long id, Optional<String> text, Operator by) {
    return approve(id, text, List.of(), by);
  }

  /**
   * Lets an answer go to the portal.
   *
   * @param text what it says instead of the agency's words; empty to leave them
   * @param files by their hashes, those of {@link #enclose} that go with it, in their order
   */
  public Outcome approve(long id, Optional<String> text, List<String> files, Operator by) {
    if (text.map(it -> it.isBlank() || it.length() > TEXT_CHARACTERS_MAX).orElse(false)) {
      return Outcome.BAD_TEXT;
    }
    if (files.size() > enclosures.filesMax()) {
      return Outcome.TOO_MANY_FILES;
    }
    return decided(
        id,
        (tx, held) ->
            Enclosures.chosen(held.followUp().enclosures(), files)
                .map(held.followUp()::enclosing)
                .map(answer -> approve(tx, held, text.map(answer::worded).orElse(answer), by))
                .orElse(Outcome.BAD_FILES));
  }

  private Outcome approve(Tx tx, Held held, FollowUp answer, Operator by) {
    Instant now = time.instant();
    store.replies().decide(tx, held, State.APPROVED, answer, now);
    gate.publish(tx, answer, now);
    boolean reworded = !answer.content().equals(held.followUp().content());
    String how = (reworded ? ", in other words" : "") + Enclosures.told(answer.enclosures());
    audit(tx, held, Action.REPLY_APPROVED, by, how, now);
    return Outcome.APPROVED;
  }

  /** Keeps an answer from the portal; needs a reason. */
  public Outcome reject(long id, Operator by) {
    return by.reason().isEmpty()
        ? Outcome.NO_REASON
        : decided(id, (tx, held) -> reject(tx, held, by, time.instant()));
  }

  private Outcome reject(Tx tx, Held held, Operator by, Instant now) {
    store.replies().decide(tx, held, State.REJECTED, held.followUp(), now);
    audit(tx, held, Action.REPLY_REJECTED, by, "", now);
    return Outcome.REJECTED;
  }

  /** What is done with an answer that waits. */
  private interface Act {
    Outcome on(Tx tx, Held held);
  }

  private Outcome decided(long id, Act act) {
    return store.inTransaction(
        tx ->
            store
                .replies()
                .find(tx, id)
                .map(held -> held.state() == State.WAITING ? act.on(tx, held) : Outcome.DECIDED)
                .orElse(Outcome.UNKNOWN));
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
