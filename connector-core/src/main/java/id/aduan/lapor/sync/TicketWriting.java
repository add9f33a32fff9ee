package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Echoes.Written;
import id.aduan.lapor.sync.WrittenPieces.Writing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is written into an agency's tickets, so that it is known when it comes back (C13).
 * That is before it is sent: a system may tell it before its answer is there, or when the answer is
 * lost. Safe for use by many threads.
 */
record TicketWriting(AgencyCode agency, AgencyAdapter adapter, CaseStore store) {
  private static final Logger LOG = LoggerFactory.getLogger(TicketWriting.class);

  /** Keeps what opens a ticket. */
  void opening(Tx tx, AgencyComplaint complaint, Instant now) {
    keep(tx, known(tx, complaint.facts()), complaint, true, now);
  }

  /** What an update says of this complaint; nothing is kept. */
  AgencyComplaint update(Tx tx, AgencyComplaint complaint) {
    return WrittenPieces.update(
        known(tx, complaint.facts()), complaint, said(tx, complaint.facts().reference()));
  }

  /** Keeps what sets a ticket anew, as {@link #update} gave it. */
  void updating(Tx tx, AgencyComplaint update, Instant now) {
    keep(tx, known(tx, update.facts()), update, false, now);
  }

  /** That an update is there, and with it our word; until then a repetition carries it again. */
  void updated(Tx tx, Facts whole) {
    known(tx, whole)
        .map(ledger -> WrittenPieces.worded(ledger, whole))
        .filter(ledger -> !Optional.of(ledger).equals(known(tx, whole)))
        .ifPresent(ledger -> store.echoes().save(tx, ledger));
  }

  private void keep(
      Tx tx, Optional<Written> known, AgencyComplaint complaint, boolean opens, Instant now) {
    if (keeps(complaint)) {
      Writing writing = new Writing(agency, complaint.facts(), adapter.written(complaint), opens);
      store.echoes().save(tx, WrittenPieces.before(known, writing, now));
    }
  }

  /** Whether anything is kept of what is written; where nothing is, it costs no commit. */
  boolean keeps(AgencyComplaint complaint) {
    return mayComeBack() || isTold(complaint);
  }

  /** Only of a system that is listened to can anything come back. */
  private boolean mayComeBack() {
    Set<Capability> can = adapter.capabilities();
    return can.contains(Capability.CHANGES) || can.contains(Capability.PUSH);
  }

  /** Our word is not written over the agency's again and again, whether it is heard or not. */
  private boolean isTold(AgencyComplaint complaint) {
    return adapter.capabilities().contains(Capability.UPDATE)
        && WrittenPieces.hasWord(complaint.facts());
  }

  private Optional<Written> known(Tx tx, Facts facts) {
    return store.echoes().of(tx, agency, facts.reference());
  }

  /** The agency's latest own word of this leg; a leg of which it said nothing has no row. */
  private String said(Tx tx, Reference reference) {
    try {
      return CaseLegs.find(store.legs().of(tx, reference.complaint()), agency, reference.leg())
          .filter(leg -> leg.said().isPresent())
          .map(Leg::word)
          .orElse("");
    } catch (CorruptRowException e) {
      LOG.error("{}; what {} said of it is taken for unknown", e.getMessage(), agency);
      return "";
    }
  }
}
