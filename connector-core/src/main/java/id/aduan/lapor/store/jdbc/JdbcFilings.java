package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filings;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filings in {@code lapor_filing}, and their files in {@code lapor_filing_file}. */
final class JdbcFilings implements Filings {
  static final String TABLE = "lapor_filing";
  static final String COLUMNS =
      "id, source, number, step, content_hash, text_hash, document, uploaded, seen_as, tracking_id,"
          + " filed_at, created_at, forwarded_at, row_hash";
  private static final String SELECT = "select " + COLUMNS + " from " + TABLE;
  private final Sealer sealer;
  private final JdbcFilingFiles files;

  JdbcFilings(Sealer sealer) {
    this.sealer = sealer;
    this.files = new JdbcFilingFiles(sealer);
  }

  /** What is sealed of a filing. */
  private record Document(LocalReport report, PortalFiler.Report sent) {}

  @Override
  public Optional<Filing> add(Tx tx, Filing fresh, List<PortalFile> newFiles) {
    AgencyTicket ticket = fresh.report().ticket();
    byte[] document = sealed(fresh);
    int added =
        JdbcTx.of(tx)
            .update(
                "insert into lapor_filing (source, number, step, content_hash, text_hash, document,"
                    + " uploaded, seen_as, tracking_id, filed_at, row_hash)"
                    + " values (?,?,?,?,?,?,'','','',?,?) on conflict (source, number) do nothing",
                ticket.agency().value(),
                ticket.number(),
                fresh.step().name(),
                fresh.contentHash(),
                fresh.textHash(),
                document,
                fresh.filedAt().toEpochMilli(),
                hash(fresh, document));
    if (added == 0) {
      return Optional.empty();
    }
    long id =
        JdbcTx.of(tx)
            .first(
                "select id from lapor_filing where source = ? and number = ?",
                row -> row.getLong(1),
                ticket.agency().value(),
                ticket.number())
            .orElseThrow();
    files.add(tx, id, newFiles);
    return Optional.of(fresh.numbered(id));
  }

  @Override
  public Optional<Filing> find(Tx tx, long id) {
    return JdbcTx.of(tx).first(SELECT + " where id = ?", this::read, id);
  }

  @Override
  public Optional<Filing> find(Tx tx, AgencyTicket ticket) {
    return JdbcTx.of(tx)
        .first(
            SELECT + " where source = ? and number = ?",
            this::read,
            ticket.agency().value(),
            ticket.number());
  }

  @Override
  public Optional<Filing> find(Tx tx, TrackingId complaint) {
    // Asked for each new complaint, of a table that most installations never write to.
    JdbcTx jdbc = JdbcTx.of(tx);
    return jdbc.isEmpty(TABLE)
        ? Optional.empty()
        : jdbc.first(
            SELECT + " where tracking_id = ? and tracking_id <> ''", this::read, complaint.value());
  }

  @Override
  public Optional<Filing> unmade(Tx tx, String textHash) {
    JdbcTx jdbc = JdbcTx.of(tx);
    return jdbc.isEmpty(TABLE)
        ? Optional.empty()
        : jdbc.first(
            SELECT
                + " where text_hash = ? and tracking_id = '' and seen_as = '' order by id limit 1",
            this::read,
            textHash);
  }

  @Override
  public void save(Tx tx, Filing filing) {
    byte[] document = sealed(filing);
    int rows =
        JdbcTx.of(tx)
            .update(
                "update lapor_filing set step = ?, document = ?, uploaded = ?, seen_as = ?,"
                    + " tracking_id = ?, created_at = ?, forwarded_at = ?, row_hash = ?"
                    + " where id = ?",
                filing.step().name(),
                document,
                filing.uploaded(),
                id(filing.seenAs()),
                id(filing.trackingId()),
                millis(filing.createdAt()),
                millis(filing.forwardedAt()),
                hash(filing, document),
                filing.id());
    if (rows != 1) {
      throw new IllegalStateException("no such report was taken");
    }
    if (filing.trackingId().isPresent()) {
      files.remove(tx, filing.id());
    }
  }

  @Override
  public List<PortalFile> files(Tx tx, long id) {
    return files.of(tx, id);
  }

  @Override
  public List<Filing> youngest(Tx tx, int max) {
    return JdbcTx.of(tx).list(SELECT + " order by id desc limit ?", this::read, max);
  }

  @Override
  public Map<Filing.Step, Long> counts(Tx tx) {
    Map<Filing.Step, Long> counts = new EnumMap<>(Filing.Step.class);
    int unused =
        JdbcTx.of(tx)
            .each(
                "select step, count(*) from lapor_filing group by step",
                row -> counts.put(Filing.Step.valueOf(row.getString(1)), row.getLong(2)));
    return counts;
  }

  Filing read(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    byte[] sealed = row.getBytes(7);
    Long createdAt = millis(row, 12);
    Long forwardedAt = millis(row, 13);
    RowHash.check(
        TABLE,
        Long.toString(number),
        row.getBytes(14),
        RowHash.of(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            sealed,
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getLong(11),
            createdAt,
            forwardedAt));
    Document document =
        ModelJson.read(
            sealer.open(sealed, place(row.getString(2), row.getString(3))), Document.class);
    return new Filing(
        number,
        document.report(),
        document.sent(),
        row.getString(5),
        Filing.Step.valueOf(row.getString(4)),
        row.getString(8),
        complaint(row.getString(9)),
        complaint(row.getString(10)),
        Instant.ofEpochMilli(row.getLong(11)),
        Optional.ofNullable(createdAt).map(Instant::ofEpochMilli),
        Optional.ofNullable(forwardedAt).map(Instant::ofEpochMilli));
  }

  private byte[] sealed(Filing filing) {
    AgencyTicket ticket = filing.report().ticket();
    return sealer.seal(
        ModelJson.write(new Document(filing.report(), filing.sent())),
        place(ticket.agency().value(), ticket.number()));
  }

  private static byte[] hash(Filing filing, byte[] document) {
    AgencyTicket ticket = filing.report().ticket();
    return RowHash.of(
        ticket.agency().value(),
        ticket.number(),
        filing.step().name(),
        filing.contentHash(),
        filing.textHash(),
        document,
        filing.uploaded(),
        id(filing.seenAs()),
        id(filing.trackingId()),
        filing.filedAt().toEpochMilli(),
        millis(filing.createdAt()),
        millis(filing.forwardedAt()));
  }

  private static String place(String source, String number) {
    return "lapor_filing/" + source + " " + number + "/document";
  }

  private static String id(Optional<TrackingId> complaint) {
    return complaint.map(TrackingId::value).orElse("");
  }

  private static Optional<TrackingId> complaint(String stored) {
    return stored.isEmpty() ? Optional.empty() : Optional.of(new TrackingId(stored));
  }

  private static @Nullable Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }

  private static @Nullable Long millis(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : millis;
  }
}
