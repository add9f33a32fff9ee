package id.aduan.lapor.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Ledger line: this follow-up (tindak lanjut) was received. The portal knows no idempotency, so the
 * same request twice makes two lines.
 *
 * @param fields the raw multipart text fields, as they came
 */
public record ReceivedFollowUp(
    int followUpId,
    String complaintId,
    String institutionFromId,
    String institutionToId,
    String content,
    Instant at,
    Map<String, String> fields,
    List<ReceivedFile> files) {
  public ReceivedFollowUp {
    fields = Map.copyOf(fields);
    files = List.copyOf(files);
  }

  /** Names the complaint only. */
  @Override
  public String toString() {
    return "ReceivedFollowUp[" + followUpId + " for " + complaintId + "]";
  }
}
