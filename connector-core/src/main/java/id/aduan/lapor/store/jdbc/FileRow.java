package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.json.ModelJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row as it stands, in the order of {@link JdbcFiles#COLUMNS}, without its hash. */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
record FileRow(
    String complaint,
    int place,
    String digest,
    byte[] label,
    String state,
    String reason,
    String findings,
    String type,
    @Nullable Long bytes,
    @Nullable String sha256,
    String copies,
    int attempts,
    long since) {
  static FileRow of(CaseFile file, String digest, byte[] label) {
    return new FileRow(
        file.complaint().value(),
        file.place(),
        digest,
        label,
        file.state().name(),
        file.reason(),
        String.join(",", file.findings()),
        file.original().map(StoredFile::type).orElse(""),
        file.original().map(StoredFile::bytes).orElse(null),
        file.original().map(StoredFile::sha256).orElse(null),
        file.copies().isEmpty()
            ? ""
            : new String(ModelJson.write(new Copies(file.copies())), StandardCharsets.UTF_8),
        file.attempts(),
        file.since().toEpochMilli());
  }

  static FileRow of(ResultSet row) throws SQLException {
    String sha256 = row.getString(10);
    return new FileRow(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getBytes(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        sha256 == null ? null : row.getLong(9),
        sha256,
        row.getString(11),
        row.getInt(12),
        row.getLong(13));
  }

  private record Copies(List<FileCopy> copies) {}

  List<FileCopy> made() {
    return copies.isEmpty()
        ? List.of()
        : ModelJson.read(copies.getBytes(StandardCharsets.UTF_8), Copies.class).copies();
  }

  List<String> found() {
    return findings.isEmpty() ? List.of() : List.of(findings.split(","));
  }

  Optional<StoredFile> original() {
    return sha256 == null || bytes == null
        ? Optional.empty()
        : Optional.of(new StoredFile(sha256, bytes, type));
  }

  byte[] hash() {
    return RowHash.of(
        complaint, place, digest, label, state, reason, findings, type, bytes, sha256, copies,
        attempts, since);
  }
}
