package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Replies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers that wait for a person, in {@code lapor_reply}; what they say is sealed. */
final class JdbcReplies implements Replies {
  static final String TABLE = "lapor_reply";
  static final String COLUMNS =
      "id, tracking_id, agency, change_id, state, made_at, decided_at, document, row_hash";
  private final Sealer sealer;

  JdbcReplies(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public void add(Tx tx, FollowUp answer, Instant now) {
    String complaint = answer.complaint().value();
    String agency = answer.agency().value();
    byte[] document = seal(answer);
    long madeAt = now.toEpochMilli();
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_reply (tracking_id, agency, change_id, state, made_at, document,"
                + " row_hash) values (?,?,?,?,?,?,?) on conflict (agency, change_id) do nothing",
            complaint,
            agency,
            answer.changeId(),
            State.WAITING.name(),
            madeAt,
            document,
            RowHash.of(
                complaint,
                agency,
                answer.changeId(),
                State.WAITING.name(),
                madeAt,
                null,
                document));
  }

  @Override
  public List<Waiting> waiting(Tx tx, int max) {
    return JdbcTx.of(tx)
        .list(
            "select id, tracking_id, agency, made_at from lapor_reply where state = 'WAITING'"
                + " order by id limit ?",
            row ->
                new Waiting(
                    row.getLong(1),
                    new TrackingId(row.getString(2)),
                    new AgencyCode(row.getString(3)),
                    Instant.ofEpochMilli(row.getLong(4))),
            max);
  }

  @Override
  public Count count(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select count(*), min(made_at) from lapor_reply where state = 'WAITING'",
            row -> {
              long entries = row.getLong(1);
              long oldest = row.getLong(2);
              return new Count(
                  entries, entries == 0 ? Optional.empty() : Optional.of(millis(oldest)));
            })
        .orElseThrow();
  }

  private static Instant millis(long value) {
    return Instant.ofEpochMilli(value);
  }

  @Override
  public Optional<Held> find(Tx tx, long id) {
    return JdbcTx.of(tx)
        .first("select " + COLUMNS + " from lapor_reply where id = ?", this::read, id);
  }

  @Override
  public boolean isApproved(Tx tx, AgencyCode agency, String change) {
    return JdbcTx.of(tx)
        .first(
            "select " + COLUMNS + " from lapor_reply where agency = ? and change_id = ?",
            this::read,
            agency.value(),
            change)
        .filter(held -> held.state() == State.APPROVED)
        .isPresent();
  }

  Held read(ResultSet row) throws SQLException {
    String complaint = row.getString(2);
    String agency = row.getString(3);
    String change = row.getString(4);
    State state = State.valueOf(row.getString(5));
    long madeAt = row.getLong(6);
    long decided = row.getLong(7);
    Long decidedAt = row.wasNull() ? null : decided;
    byte[] document = row.getBytes(8);
    RowHash.check(
        TABLE,
        complaint,
        row.getBytes(9),
        RowHash.of(complaint, agency, change, state.name(), madeAt, decidedAt, document));
    FollowUp answer = ModelJson.read(sealer.open(document, place(agency, change)), FollowUp.class);
    return new Held(row.getLong(1), state, millis(madeAt), answer);
  }

  @Override
  public void enclose(Tx tx, Held held, FollowUp answer) {
    byte[] document = seal(answer);
    JdbcTx.of(tx)
        .update(
            "update lapor_reply set document = ?, row_hash = ? where id = ?",
            document,
            hash(held, State.WAITING, answer, null, document),
            held.id());
  }

  @Override
  public void decide(Tx tx, Held held, State state, FollowUp answer, Instant now) {
    byte[] document = seal(answer);
    long decidedAt = now.toEpochMilli();
    JdbcTx.of(tx)
        .update(
            "update lapor_reply set state = ?, decided_at = ?, document = ?, row_hash = ?"
                + " where id = ?",
            state.name(),
            decidedAt,
            document,
            hash(held, state, answer, decidedAt, document),
            held.id());
  }

  private static byte[] hash(
      Held held, State state, FollowUp answer, @Nullable Long decidedAt, byte[] document) {
    return RowHash.of(
        answer.complaint().value(),
        answer.agency().value(),
        answer.changeId(),
        state.name(),
        held.madeAt().toEpochMilli(),
        decidedAt,
        document);
  }

  private byte[] seal(FollowUp answer) {
    return sealer.seal(ModelJson.write(answer), place(answer.agency().value(), answer.changeId()));
  }

  static String place(String agency, String change) {
    return TABLE + "/" + agency + " " + change + "/document";
  }
}
