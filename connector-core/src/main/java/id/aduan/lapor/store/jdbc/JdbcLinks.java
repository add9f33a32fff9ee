package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Links;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The links in {@code lapor_link}. */
final class JdbcLinks implements Links {
  @Override
  public void add(Tx tx, Reference leg, AgencyTicket ticket, Instant now) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_link (agency, ticket, tracking_id, leg, linked_at)"
                + " values (?,?,?,?,?) on conflict (agency, ticket) do nothing",
            ticket.agency().value(),
            ticket.number(),
            leg.complaint().value(),
            leg.leg(),
            now.toEpochMilli());
  }

  @Override
  public Optional<Reference> legOf(Tx tx, AgencyTicket ticket) {
    return JdbcTx.of(tx)
        .first(
            "select tracking_id, leg from lapor_link where agency = ? and ticket = ?",
            row -> new Reference(new TrackingId(row.getString(1)), row.getInt(2)),
            ticket.agency().value(),
            ticket.number());
  }

  @Override
  public List<Linked> of(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .list(
            "select agency, ticket, leg from lapor_link where tracking_id = ? order by linked_at",
            row ->
                new Linked(
                    new AgencyTicket(new AgencyCode(row.getString(1)), row.getString(2)),
                    row.getInt(3)),
            complaint.value());
  }
}
