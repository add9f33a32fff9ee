package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.ReceivedFile;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes ledger lines from what came over the wire. */
final class LedgerEntries {
  private LedgerEntries() {}

  static ReceivedFollowUp received(FollowUp row, String complaintId, AgencyAnswer answer) {
    return new ReceivedFollowUp(
        row.id(),
        complaintId,
        answer.field("institution_from_id"),
        answer.field("institution_to_id"),
        answer.field("content"),
        row.at(),
        answer.fields(),
        answer.files().stream().map(LedgerEntries::file).toList());
  }

  private static ReceivedFile file(AgencyAnswer.Upload upload) {
    EvidenceFile file = upload.file();
    return new ReceivedFile(
        upload.field(),
        file.fileName(),
        file.contentType(),
        file.bytes().length,
        sha256(file.bytes()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
