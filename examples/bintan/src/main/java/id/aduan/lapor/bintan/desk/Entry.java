package id.aduan.lapor.bintan.desk;

import java.time.Instant;

/**
 * One line in a ticket's history.
 *
 * @param id counts from 1 without gaps within one agency
 * @param status the code of the ticket's status after this entry
 */
public record Entry(
    long id,
    Instant at,
    String unit,
    String number,
    String reference,
    EntryKind kind,
    String officer,
    String text,
    String status) {

  public boolean isPublic() {
    return kind != EntryKind.NOTE;
  }

  /** Leaves out what the officer wrote, and who it was. */
  @Override
  public String toString() {
    return "Entry[id=%d, number=%s, kind=%s, status=%s]".formatted(id, number, kind, status);
  }
}
