package id.aduan.lapor.runner.answer;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.documents.letter.LetterKind;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A letter about a case is wanted. Its names are those of the administration's JSON.
 *
 * <p>The audit trail is told twice: that somebody was shown what the letter says, which may name
 * the reporter, before it is handed out; and that the letter was made, once it is whole on the disk
 * and before it has its name. So there is no letter without its line, and a letter that fails has
 * none; a line without a letter is left only by a death between the two.
 *
 * @param kind as {@link LetterKind#slug} has it
 * @param agency the code of the agency that it is about; empty for the one that leads
 * @param on the letter's day; empty for today, of a receipt for the day of the complaint
 * @param who makes it, for the audit trail; of the form {@link Operator#WHO}
 */
public record LetterOrder(
    String kind, Optional<String> agency, Optional<LocalDate> on, String who) {

  /** The audit trail was told. */
  public record Noted(String trackingId) {}

  LetterKind letter() {
    return LetterKind.of(kind).orElseThrow(() -> new IllegalArgumentException("no kind of letter"));
  }

  Optional<AgencyCode> code() {
    return agency.map(AgencyCode::new);
  }

  /**
   * Reads what there is to say, and that it was read is in the audit trail; empty for no such case.
   *
   * @throws IllegalArgumentException when it is of another form, or that agency has not had it
   */
  public Optional<LetterFacts> from(
      CaseStore store, TrackingId id, Whereabouts whereabouts, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, whereabouts.zone());
    AuditEntry read = line(Action.CONTENT_READ, "for a letter: ", id, now);
    return store.inTransaction(
        tx -> {
          Optional<LetterFacts> facts =
              store
                  .complaints()
                  .find(tx, id)
                  .map(found -> LetterFacts.of(store, tx, found, this, whereabouts, today));
          if (facts.isPresent()) {
            store.audit().append(tx, read);
          }
          return facts;
        });
  }

  /**
   * Notes that the letter is made; empty for no such case.
   *
   * @throws IllegalArgumentException when it is of another form
   */
  public Optional<Noted> made(CaseStore store, TrackingId id, Instant now) {
    AuditEntry made = line(Action.LETTER_MADE, "", id, now);
    return store.inTransaction(
        tx -> {
          if (store.complaints().find(tx, id).isEmpty()) {
            return Optional.empty();
          }
          store.audit().append(tx, made);
          return Optional.of(new Noted(id.value()));
        });
  }

  private AuditEntry line(Action action, String before, TrackingId id, Instant now) {
    String detail = before + letter().slug() + code().map(it -> " " + it).orElse("");
    return new AuditEntry(now, new Operator(who, "").actor(), action, id.value(), detail);
  }
}
