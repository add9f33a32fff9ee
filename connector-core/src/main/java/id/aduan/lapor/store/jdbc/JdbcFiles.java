package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseFiles;
import id.aduan.lapor.sync.FileDeliveries;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of cases in {@code lapor_file}; name and address are sealed. */
final class JdbcFiles implements CaseFiles {
  static final String TABLE = "lapor_file";
  static final String COLUMNS =
      "tracking_id, place, address_digest, label, state, reason, findings, media_type, bytes,"
          + " sha256, copies, attempts, since, row_hash";
  private static final String SELECT = "select " + COLUMNS + ", id from lapor_file ";
  private static final List<State> OPEN =
      List.of(State.WAITING, State.QUARANTINED, State.LOST, State.REFUSED);
  private static final Logger LOG = LoggerFactory.getLogger(JdbcFiles.class);
  private final Sealer sealer;
  private final FileDeliveries deliveries = new JdbcFileDeliveries();

  JdbcFiles(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public FileDeliveries deliveries() {
    return deliveries;
  }

  @Override
  public List<CaseFile> of(Tx tx, TrackingId complaint) {
    return sound(tx, SELECT + "where tracking_id = ? order by place", complaint.value());
  }

  @Override
  public Optional<CaseFile> find(Tx tx, TrackingId complaint, int place) {
    return sound(tx, SELECT + "where tracking_id = ? and place = ?", complaint.value(), place)
        .stream()
        .findFirst();
  }

  @Override
  public int lastPlace(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .first(
            "select coalesce(max(place), 0) from lapor_file where tracking_id = ?",
            row -> row.getInt(1),
            complaint.value())
        .orElse(0);
  }

  @Override
  public boolean add(Tx tx, CaseFile file) {
    String digest = digest(file.attachment().url());
    byte[] label = sealer.seal(ModelJson.write(file.attachment()), place(file));
    FileRow columns = FileRow.of(file, digest, label);
    return JdbcTx.of(tx)
            .update(
                "insert into lapor_file ("
                    + COLUMNS
                    + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing",
                columns.complaint(),
                columns.place(),
                columns.digest(),
                columns.label(),
                columns.state(),
                columns.reason(),
                columns.findings(),
                columns.type(),
                columns.bytes(),
                columns.sha256(),
                columns.copies(),
                columns.attempts(),
                columns.since(),
                columns.hash())
        > 0;
  }

  @Override
  public void save(Tx tx, CaseFile file) {
    String digest = digest(file.attachment().url());
    byte[] label = sealer.seal(ModelJson.write(file.attachment()), place(file));
    FileRow columns = FileRow.of(file, digest, label);
    int unused =
        JdbcTx.of(tx)
            .update(
                "update lapor_file set label = ?, state = ?, reason = ?, findings = ?,"
                    + " media_type = ?, bytes = ?, sha256 = ?, copies = ?, attempts = ?, since = ?,"
                    + " row_hash = ? where tracking_id = ? and place = ?",
                columns.label(),
                columns.state(),
                columns.reason(),
                columns.findings(),
                columns.type(),
                columns.bytes(),
                columns.sha256(),
                columns.copies(),
                columns.attempts(),
                columns.since(),
                columns.hash(),
                columns.complaint(),
                columns.place());
  }

  @Override
  public List<CaseFile> in(Tx tx, State state, int max) {
    return sound(tx, SELECT + "where state = '" + state.name() + "' order by id limit ?", max);
  }

  @Override
  public Page after(Tx tx, long number, int max) {
    List<CaseFile> files = new ArrayList<>();
    long[] last = {number};
    int[] rows = {0};
    JdbcTx.of(tx)
        .each(
            SELECT + "where id > ? order by id limit ?",
            row -> {
              last[0] = row.getLong(15);
              rows[0]++;
              readSound(row).ifPresent(files::add);
            },
            number,
            max);
    return new Page(files, last[0], rows[0] < max);
  }

  /** A damaged row stops no case; what checks the store tells of it. */
  private List<CaseFile> sound(Tx tx, String sql, Object... values) {
    List<CaseFile> files = new ArrayList<>();
    JdbcTx.of(tx).each(sql, row -> readSound(row).ifPresent(files::add), values);
    return files;
  }

  private Optional<CaseFile> readSound(ResultSet row) throws SQLException {
    try {
      return Optional.of(read(row));
    } catch (CorruptRowException | SealException e) {
      LOG.error("row {} of {} is damaged and left out", row.getLong(15), TABLE);
      return Optional.empty();
    }
  }

  @Override
  public Map<State, Long> counts(Tx tx) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    for (State state : OPEN) {
      long count =
          JdbcTx.of(tx)
              .first(
                  "select count(*) from lapor_file where state = '" + state.name() + "'",
                  row -> row.getLong(1))
              .orElse(0L);
      counts.put(state, count);
    }
    return counts;
  }

  @Override
  public Kept kept(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select count(*), coalesce(sum(bytes), 0) from lapor_file where sha256 is not null",
            row -> new Kept(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  /**
   * Reads a row, whose hash has to hold before anything in it is used.
   *
   * @throws CorruptRowException when it does not
   */
  CaseFile read(ResultSet row) throws SQLException {
    FileRow columns = FileRow.of(row);
    RowHash.check(
        TABLE, columns.complaint() + " " + columns.place(), row.getBytes(14), columns.hash());
    TrackingId complaint = new TrackingId(columns.complaint());
    byte[] label = sealer.open(columns.label(), place(complaint, columns.place()));
    return new CaseFile(
        complaint,
        columns.place(),
        ModelJson.read(label, Attachment.class),
        State.valueOf(columns.state()),
        columns.reason(),
        columns.attempts(),
        columns.found(),
        columns.original(),
        columns.made(),
        Instant.ofEpochMilli(columns.since()));
  }

  private static String place(CaseFile file) {
    return place(file.complaint(), file.place());
  }

  private static String place(TrackingId complaint, int place) {
    return "lapor_file/" + complaint.value() + " " + place + "/label";
  }

  private static String digest(String address) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(address.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
