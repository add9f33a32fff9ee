package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.NewComplaint;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A complaint (pengaduan) at one moment; every change makes a new one with the next revision.
 *
 * @param first as it was filed
 * @param filed as admins have edited it since
 * @param reason why it was postponed or archived last, else empty
 */
public record Complaint(
    String id,
    int revision,
    NewComplaint first,
    NewComplaint filed,
    List<StoredFile> evidence,
    Instant createdAt,
    Instant updatedAt,
    Status status,
    @Nullable Institution institution,
    String reason,
    List<LogEntry> log,
    List<FollowUp> followUps) {
  /** The complaint after one more log line. */
  Complaint with(LogEntry entry) {
    return with(entry, filed, "");
  }

  /** The same, edited, or with a reason. */
  Complaint with(LogEntry entry, NewComplaint edited, String why) {
    Institution next = entry.to() == null ? institution : entry.to();
    return new Complaint(
        id,
        revision + 1,
        first,
        edited,
        evidence,
        createdAt,
        entry.at(),
        entry.statusNew(),
        next,
        why,
        append(log, entry),
        followUps);
  }

  /** The same revision with one more row in the follow-up list. */
  Complaint with(FollowUp row) {
    return new Complaint(
        id,
        revision,
        first,
        filed,
        evidence,
        createdAt,
        updatedAt,
        status,
        institution,
        reason,
        log,
        append(followUps, row));
  }

  private static <T> List<T> append(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  /** Names no person and repeats no text. */
  @Override
  public String toString() {
    return "Complaint[" + id + ", revision " + revision + ", " + status + "]";
  }
}
