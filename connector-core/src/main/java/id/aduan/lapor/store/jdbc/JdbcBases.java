package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.deadline.Bases;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Optional;

/** Calendars and rules by version, in {@code lapor_basis}. */
final class JdbcBases implements Bases {
  @Override
  public void keep(Tx tx, String version, byte[] document, Instant now) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_basis (version, document, first_used_at) values (?,?,?)"
                + " on conflict (version) do nothing",
            version,
            document,
            now.toEpochMilli());
  }

  @Override
  public Optional<byte[]> find(Tx tx, String version) {
    return JdbcTx.of(tx)
        .first(
            "select document from lapor_basis where version = ?", row -> row.getBytes(1), version);
  }
}
