package id.aduan.lapor.complaint;

import java.time.Instant;
import java.util.Optional;

/**
 * What the reporter added later (balasan pelapor), as the portal tells it. The text form shows its
 * id alone: the rest is a person's.
 *
 * @param entryId the portal's id of it, with the list that it stands in
 * @param at when, if the portal says so
 */
public record ReporterReply(String entryId, Optional<Instant> at, String text) {
  @Override
  public String toString() {
    return "ReporterReply[" + entryId + "]";
  }
}
