package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The files of filings in {@code lapor_filing_file}: names and contents are sealed. */
final class JdbcFilingFiles {
  static final String TABLE = "lapor_filing_file";
  static final String COLUMNS = "filing_id, place, label, content, row_hash";
  private final Sealer sealer;

  JdbcFilingFiles(Sealer sealer) {
    this.sealer = sealer;
  }

  /** What a file is called, and what it is. */
  private record Label(String name, String type) {}

  void add(Tx tx, long filing, List<PortalFile> files) {
    for (int i = 0; i < files.size(); i++) {
      PortalFile file = files.get(i);
      byte[] label =
          sealer.seal(
              ModelJson.write(new Label(file.name(), file.type())), place(filing, i, "label"));
      byte[] content = sealer.seal(file.bytes(), place(filing, i, "content"));
      int unused =
          JdbcTx.of(tx)
              .update(
                  "insert into lapor_filing_file (" + COLUMNS + ") values (?,?,?,?,?)",
                  filing,
                  i,
                  label,
                  content,
                  RowHash.of(filing, i, label, content));
    }
  }

  List<PortalFile> of(Tx tx, long filing) {
    return JdbcTx.of(tx)
        .list(
            "select " + COLUMNS + " from lapor_filing_file where filing_id = ? order by place",
            this::read,
            filing);
  }

  PortalFile read(ResultSet row) throws SQLException {
    long filing = row.getLong(1);
    int place = row.getInt(2);
    byte[] label = row.getBytes(3);
    byte[] content = row.getBytes(4);
    RowHash.check(
        TABLE, filing + " " + place, row.getBytes(5), RowHash.of(filing, place, label, content));
    Label read = ModelJson.read(sealer.open(label, place(filing, place, "label")), Label.class);
    return new PortalFile(
        read.name(), read.type(), sealer.open(content, place(filing, place, "content")));
  }

  void remove(Tx tx, long filing) {
    int unused = JdbcTx.of(tx).update("delete from lapor_filing_file where filing_id = ?", filing);
  }

  private static String place(long filing, int place, String column) {
    return "lapor_filing_file/" + filing + " " + place + "/" + column;
  }
}
