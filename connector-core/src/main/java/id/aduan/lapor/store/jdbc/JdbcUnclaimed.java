package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Unclaimed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unclaimed changes in {@code lapor_unclaimed}; their texts are sealed. */
final class JdbcUnclaimed implements Unclaimed {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcUnclaimed.class);
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
  public boolean isEmpty(Tx tx) {
    return JdbcTx.of(tx).isEmpty("lapor_unclaimed");
  }

  @Override
  public List<TicketChange> take(Tx tx, AgencyTicket ticket) {
    List<TicketChange> changes = new ArrayList<>();
    remove(tx, changes::add, "agency = ? and ticket = ?", ticket.agency().value(), ticket.number());
    return changes;
  }

  @Override
  public void forget(Tx tx, AgencyCode agency) {
    remove(tx, change -> {}, "agency = ?", agency.value());
  }

  /** Row by row: one that was damaged stays for whoever checks the store, and stops nobody. */
  private void remove(Tx tx, Consumer<TicketChange> taken, String which, Object... values) {
    List<Long> removed = new ArrayList<>();
    JdbcTx.of(tx)
        .each(
            "select id, agency, change_id, ticket, change from lapor_unclaimed where "
                + which
                + " order by id",
            row -> {
              long id = row.getLong(1);
              try {
                taken.accept(open(row));
                removed.add(id);
              } catch (CorruptRowException | SealException | IllegalArgumentException e) {
                LOG.error("row {} of lapor_unclaimed is damaged and is passed over", id);
              }
            },
            values);
    removed.forEach(id -> JdbcTx.of(tx).queue("delete from lapor_unclaimed where id = ?", id));
  }

  private TicketChange open(ResultSet row) throws SQLException {
    String place = place(row.getString(2), row.getString(3));
    TicketChange change = ModelJson.read(sealer.open(row.getBytes(5), place), TicketChange.class);
    if (!change.ticket().equals(row.getString(4))) {
      throw new CorruptRowException("lapor_unclaimed", row.getString(1));
    }
    return change;
  }

  static String place(String agency, String changeId) {
    return "lapor_unclaimed/" + agency + " " + changeId + "/change";
  }
}
