package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from an answer's standing on the portal, however that was learned: its line in the
 * story, and the clocks that it ends. Safe for use by many threads.
 */
record Publication(CaseStore store, Timekeeper timekeeper) {
  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  void stands(Tx tx, FollowUp answer, Instant now) {
    String what =
        answer.agency() + " change " + answer.changeId() + Enclosures.told(answer.enclosures());
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now, "portal", Action.FOLLOW_UP_PUBLISHED, answer.complaint().value(), what));
    legs(tx, answer).ifPresent(legs -> answered(tx, legs, answer, now));
  }

  /** That it stands there is kept also where nobody can tell which clocks that ends (C20). */
  private Optional<List<Leg>> legs(Tx tx, FollowUp answer) {
    try {
      return store
          .complaints()
          .find(tx, answer.complaint())
          .map(record -> new CaseLegs(store).of(tx, record));
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; no clock of the case ends by its answer", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * An answer of an agency that has the case no more ends no clock. Of several that have it each
   * has to have answered.
   */
  private void answered(Tx tx, List<Leg> legs, FollowUp answer, Instant now) {
    Optional<Leg> found =
        CaseLegs.find(legs, answer.agency(), answer.leg())
            .filter(leg -> leg.state() == Leg.State.ACTIVE);
    if (found.isEmpty()) {
      return;
    }
    Leg leg = found.get().answered(now);
    if (legs.size() > 1 || leg.said().isPresent()) {
      store.legs().save(tx, leg);
    }
    if (CaseLegs.isAnswered(CaseLegs.with(legs, leg))) {
      timekeeper.happened(
          tx, answer.complaint(), Occurrence.of(CaseEvent.ANSWERED, now, answer.agency()), now);
    }
  }
}
