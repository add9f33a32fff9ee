package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clocks;
import id.aduan.lapor.deadline.DayOff;
import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The clocks in {@code lapor_clock}. */
final class JdbcClocks implements Clocks {
  static final String COLUMNS =
      "rule, started_at, due_on, zone, certainty, calendar_version, received_on, working_days,"
          + " skipped";

  @Override
  public void start(Tx tx, TrackingId complaint, String rule, Instant startedAt, DueDate due) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_clock (tracking_id, rule, started_at, due_on, zone, certainty,"
                + " calendar_version, received_on, working_days, skipped)"
                + " values (?,?,?,?,?,?,?,?,?,?) on conflict (tracking_id, rule) do nothing",
            complaint.value(),
            rule,
            startedAt.toEpochMilli(),
            due.date().toString(),
            due.zone().getId(),
            due.certainty().name(),
            due.calendarVersion(),
            due.receivedOn().toString(),
            due.workingDays(),
            ModelJson.write(due.skipped()));
  }

  @Override
  public List<RunningClock> of(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .list(
            "select " + COLUMNS + " from lapor_clock where tracking_id = ? order by due_on",
            JdbcClocks::read,
            complaint.value());
  }

  static RunningClock read(ResultSet row) throws SQLException {
    return new RunningClock(
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(2)),
        new DueDate(
            LocalDate.parse(row.getString(3)),
            ZoneId.of(row.getString(4)),
            Certainty.valueOf(row.getString(5)),
            row.getString(6),
            LocalDate.parse(row.getString(7)),
            row.getInt(8),
            List.of(ModelJson.read(row.getBytes(9), DayOff[].class))));
  }
}
