package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Complaints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The cases in {@code lapor_complaint}; the complaint itself is one sealed document. */
final class JdbcComplaints implements Complaints {
  private static final String TABLE = "lapor_complaint";
  static final String COLUMNS =
      "tracking_id, revision, updated_at, first_seen_at, agency, rule, rule_at, mapping_version,"
          + " document, row_hash";

  /** Where the document stands among them. */
  static final int DOCUMENT = 9;

  private final Sealer sealer;

  JdbcComplaints(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public Optional<CaseRecord> find(Tx tx, TrackingId id) {
    return JdbcTx.of(tx)
        .known(TABLE, id, CaseRecord.class)
        .or(
            () ->
                JdbcTx.of(tx)
                    .firstPastQueue(
                        "select " + COLUMNS + " from lapor_complaint where tracking_id = ?",
                        this::read,
                        id.value()));
  }

  CaseRecord read(ResultSet row) throws SQLException {
    String id = row.getString(1);
    long revision = row.getLong(2);
    boolean hasRevision = !row.wasNull();
    long updated = row.getLong(3);
    boolean hasUpdated = !row.wasNull();
    long firstSeen = row.getLong(4);
    String agency = row.getString(5);
    String rule = row.getString(6);
    String ruleAt = row.getString(7);
    String version = row.getString(8);
    byte[] document = row.getBytes(DOCUMENT);
    RowHash.check(
        "lapor_complaint",
        id,
        row.getBytes(10),
        RowHash.of(
            id,
            hasRevision ? revision : null,
            hasUpdated ? updated : null,
            firstSeen,
            agency,
            rule,
            ruleAt,
            version,
            document));
    return new CaseRecord(
        ModelJson.read(sealer.open(document, place(id)), Complaint.class),
        hasRevision ? OptionalLong.of(revision) : OptionalLong.empty(),
        hasUpdated ? Optional.of(Instant.ofEpochMilli(updated)) : Optional.empty(),
        Instant.ofEpochMilli(firstSeen),
        agency.isEmpty()
            ? Optional.empty()
            : Optional.of(new Assignment(new AgencyCode(agency), rule, ruleAt, version)));
  }

  @Override
  public void save(Tx tx, CaseRecord record) {
    String id = record.complaint().id().value();
    Long revision = record.revision().isPresent() ? record.revision().getAsLong() : null;
    Long updated = record.updatedAt().map(Instant::toEpochMilli).orElse(null);
    long firstSeen = record.firstSeenAt().toEpochMilli();
    Optional<Assignment> assigned = record.assigned();
    String agency = assigned.map(assignment -> assignment.agency().value()).orElse("");
    String rule = assigned.map(Assignment::rule).orElse("");
    String ruleAt = assigned.map(Assignment::where).orElse("");
    String version = assigned.map(Assignment::mappingVersion).orElse("");
    byte[] document = sealer.seal(ModelJson.write(record.complaint()), place(id));
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_complaint (tracking_id, revision, updated_at, first_seen_at, agency, rule,"
                + " rule_at, mapping_version, stage, document, row_hash)"
                + " values (?,?,?,?,?,?,?,?,?,?,?) on conflict (tracking_id) do update set"
                + " revision = excluded.revision, updated_at = excluded.updated_at,"
                + " agency = excluded.agency, rule = excluded.rule,"
                + " rule_at = excluded.rule_at, mapping_version = excluded.mapping_version,"
                + " stage = excluded.stage, document = excluded.document,"
                + " row_hash = excluded.row_hash",
            id,
            revision,
            updated,
            firstSeen,
            agency,
            rule,
            ruleAt,
            version,
            record.complaint().status().stage().name(),
            document,
            RowHash.of(id, revision, updated, firstSeen, agency, rule, ruleAt, version, document));
    JdbcTx.of(tx).know(TABLE, record.complaint().id(), record);
  }

  @Override
  public List<TrackingId> all(Tx tx) {
    return JdbcTx.of(tx)
        .list(
            "select tracking_id from lapor_complaint order by first_seen_at, tracking_id",
            row -> new TrackingId(row.getString(1)));
  }

  @Override
  public List<Standing> standings(Tx tx) {
    return JdbcTx.of(tx)
        .list(
            "select tracking_id, stage from lapor_complaint order by first_seen_at, tracking_id",
            row -> new Standing(new TrackingId(row.getString(1)), Stage.valueOf(row.getString(2))));
  }

  @Override
  public List<TrackingId> seen(Tx tx, Instant from, Instant before) {
    return JdbcTx.of(tx)
        .list(
            "select tracking_id from lapor_complaint where first_seen_at >= ?"
                + " and first_seen_at < ? order by first_seen_at, tracking_id",
            row -> new TrackingId(row.getString(1)),
            from.toEpochMilli(),
            before.toEpochMilli());
  }

  @Override
  public long count(Tx tx) {
    return JdbcTx.of(tx)
        .first("select count(*) from lapor_complaint", row -> row.getLong(1))
        .orElse(0L);
  }

  private static String place(String id) {
    return "lapor_complaint/" + id + "/document";
  }
}
