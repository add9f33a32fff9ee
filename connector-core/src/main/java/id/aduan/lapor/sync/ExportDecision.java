package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.portal.PortalState;
import java.util.Optional;

/**
 * What a row of an export means for the case as it stands. Pure (C3). A row says neither when it
 * came about nor in what revision, and its words are not those of the portal's messages; so it
 * never has the last word where those have been heard.
 */
sealed interface ExportDecision {
  /** The first word of this complaint. */
  record Open() implements ExportDecision {}

  /** The first word of one that has ended: kept, and no agency's. */
  record Keep() implements ExportDecision {}

  /** Something is new. */
  record Change(Complaint complaint) implements ExportDecision {}

  /** Nothing is new. */
  record Same() implements ExportDecision {}

  /** It differs, and the portal knows better. */
  record Ask() implements ExportDecision {}

  /** It differs, or is not enough, and nothing is done about that. */
  record Hold(ExportOutcome why) implements ExportDecision {}

  /**
   * What is known beside the row.
   *
   * @param older whether a later export was imported before
   * @param canAsk whether the portal can be asked for a complaint
   */
  record Situation(boolean older, boolean canAsk) {}

  /** Decides. */
  static ExportDecision decide(Optional<CaseRecord> current, PortalState told, Situation now) {
    if (current.isEmpty()) {
      return first(told, now);
    }
    Complaint known = current.get().complaint();
    boolean heard = current.get().revision().isPresent() || current.get().updatedAt().isPresent();
    Complaint merged = merged(told.complaint(), known);
    if (heard ? !differs(merged, known) : merged.equals(known)) {
      return new Same();
    }
    if (now.older()) {
      return new Hold(ExportOutcome.HELD_OLDER);
    }
    if (heard) {
      return now.canAsk() ? new Ask() : new Hold(ExportOutcome.HELD_HEARD);
    }
    boolean exposes =
        known.visibility().identityWithheld() && !merged.visibility().identityWithheld();
    return exposes && now.canAsk() ? new Ask() : new Change(merged);
  }

  private static ExportDecision first(PortalState told, Situation now) {
    if (StatusEvents.ends(told.complaint().status())) {
      return new Keep();
    }
    if (told.whole()) {
      return new Open();
    }
    return now.canAsk() ? new Ask() : new Hold(ExportOutcome.HELD_TEXTLESS);
  }

  /**
   * The row on top of the case. An export tells less than a message: a reporter's name alone, and
   * institutions and categories by names that are rendered anew each time.
   */
  private static Complaint merged(Complaint told, Complaint known) {
    Complaint over = told.over(known);
    return new Complaint(
        over.id(),
        over.title(),
        over.content(),
        category(over.category(), known.category()),
        over.classification(),
        over.channel(),
        over.visibility(),
        over.receivedAt(),
        over.incidentOn(),
        over.location(),
        over.status(),
        disposition(over.disposition(), known.disposition()),
        over.attachments(),
        reporter(told.reporter(), known.reporter()),
        known.replies());
  }

  private static Optional<Category> category(Optional<Category> told, Optional<Category> known) {
    return known.filter(it -> it.id().equals(told.map(Category::id).orElse(""))).or(() -> told);
  }

  /** The same id is the same institution, and so is a name without one (portal-wire 4.5). */
  private static Optional<Institution> disposition(
      Optional<Institution> told, Optional<Institution> known) {
    String id = told.map(Institution::id).orElse("");
    String name = told.map(Institution::name).orElse("");
    return known
        .filter(it -> id.isEmpty() ? it.name().equals(name) : it.id().equals(id))
        .or(() -> told);
  }

  private static Reporter reporter(Reporter told, Reporter known) {
    return told.isEmpty() ? known : new Reporter(told.name(), known.phone(), known.email());
  }

  /** Whether they differ in what both an export and the portal's messages tell in the same way. */
  private static boolean differs(Complaint told, Complaint known) {
    return (told.status().stage() != Status.Stage.UNKNOWN
            && told.status().stage() != known.status().stage())
        || (told.classification().kind() != Classification.Kind.UNKNOWN
            && told.classification().kind() != known.classification().kind())
        || !told.visibility().equals(known.visibility())
        || !told.category().map(Category::id).equals(known.category().map(Category::id))
        || !told.disposition()
            .map(Institution::id)
            .filter(id -> !id.isEmpty())
            .equals(known.disposition().map(Institution::id).filter(id -> !id.isEmpty()));
  }
}
