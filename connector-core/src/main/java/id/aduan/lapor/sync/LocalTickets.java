package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Fingerprint;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tickets of agencies that reported a complaint themselves: they need no second one. A
 * complaint may be told by the portal before the answer to its filing has come; then it is known by
 * its text, reference and all, which nobody else has.
 */
record LocalTickets(CaseStore store) {
  private static final Logger LOG = LoggerFactory.getLogger(LocalTickets.class);

  /** The agency's own ticket for a complaint that is new here; linked from now on. */
  Optional<AgencyTicket> heldBy(Tx tx, Complaint complaint, AgencyCode agency, Instant now) {
    seen(tx, complaint, agency, now);
    return linked(tx, complaint, agency);
  }

  Optional<AgencyTicket> linked(Tx tx, Complaint complaint, AgencyCode agency) {
    return store.links().ticketsOf(tx, complaint.id()).stream()
        .filter(ticket -> ticket.agency().equals(agency))
        .findFirst();
  }

  private void seen(Tx tx, Complaint complaint, AgencyCode agency, Instant now) {
    unmade(tx, complaint)
        .ifPresent(
            filing -> {
              store.filings().save(tx, filing.seenAs(complaint.id()));
              if (filing.report().source().equals(agency)) {
                store.links().add(tx, complaint.id(), filing.report().ticket(), now);
              }
            });
  }

  private Optional<Filing> unmade(Tx tx, Complaint complaint) {
    try {
      return complaint.content().isEmpty() || store.filings().find(tx, complaint.id()).isPresent()
          ? Optional.empty()
          : store.filings().unmade(tx, Fingerprint.ofText(complaint.content()));
    } catch (CorruptRowException | SealException e) {
      // A damaged row of a filing must not keep a complaint out.
      LOG.error("{}; complaint {} was not held against it", e.getMessage(), complaint.id());
      return Optional.empty();
    }
  }

  /** Told in the trail of the complaint. */
  void audit(Tx tx, AgencyTicket ticket, Complaint complaint, Instant now) {
    String agency = ticket.agency().value();
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now, agency, Action.TICKET_LINKED, complaint.id().value(), ticket.number()));
  }
}
