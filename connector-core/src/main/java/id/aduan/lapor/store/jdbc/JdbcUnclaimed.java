package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Unclaimed;
import java.time.Instant;
import java.util.List;

/** Unclaimed changes in {@code lapor_unclaimed}; their texts are sealed. */
final class JdbcUnclaimed implements Unclaimed {
  private final Sealer sealer;

  JdbcUnclaimed(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public void add(Tx tx, AgencyCode agency, TicketChange change, Instant now) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_unclaimed (agency, change_id, ticket, change, arrived_at)"
                + " values (?,?,?,?,?) on conflict (agency, change_id) do nothing",
            agency.value(),
            change.id(),
            change.ticket(),
            sealer.seal(ModelJson.write(change), place(agency.value(), change.id())),
            now.toEpochMilli());
  }

  @Override
  public List<TicketChange> take(Tx tx, AgencyTicket ticket) {
    String agency = ticket.agency().value();
    List<TicketChange> changes =
        JdbcTx.of(tx)
            .list(
                "select change_id, change from lapor_unclaimed where agency = ? and ticket = ?"
                    + " order by id",
                row ->
                    ModelJson.read(
                        sealer.open(row.getBytes(2), place(agency, row.getString(1))),
                        TicketChange.class),
                agency,
                ticket.number());
    JdbcTx.of(tx)
        .update(
            "delete from lapor_unclaimed where agency = ? and ticket = ?", agency, ticket.number());
    return changes;
  }

  @Override
  public void forget(Tx tx, AgencyCode agency) {
    JdbcTx.of(tx).update("delete from lapor_unclaimed where agency = ?", agency.value());
  }

  static String place(String agency, String changeId) {
    return "lapor_unclaimed/" + agency + " " + changeId + "/change";
  }
}
