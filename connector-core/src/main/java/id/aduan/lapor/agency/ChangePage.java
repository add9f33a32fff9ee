package id.aduan.lapor.agency;

import java.util.List;

/**
 * A page of changes.
 *
 * @param unreadable what stands on the page as a change and cannot be read as one; it is kept
 *     aside, and the changes after it are not held up (C11)
 * @param cursor where the next page begins; equal to the one asked with when nothing is new
 * @param more whether another page is known to wait
 */
public record ChangePage(
    List<TicketChange> changes, List<Unreadable> unreadable, String cursor, boolean more) {
  public ChangePage {
    changes = List.copyOf(changes);
    unreadable = List.copyOf(unreadable);
  }

  /** A page on which everything could be read. */
  public ChangePage(List<TicketChange> changes, String cursor, boolean more) {
    this(changes, List.of(), cursor, more);
  }

  /**
   * A change that breaks the agreement.
   *
   * @param raw the change alone, the same bytes each time it is read
   * @param reason what is wrong with it, such as {@code has no 'id'}; never anything it says
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  public record Unreadable(byte[] raw, String reason) {}
}
