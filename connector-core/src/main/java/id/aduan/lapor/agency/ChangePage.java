package id.aduan.lapor.agency;

import java.util.List;

/**
 * A page of changes.
 *
 * @param cursor where the next page begins; equal to the one asked with when nothing is new
 * @param more whether another page is known to wait
 */
public record ChangePage(List<TicketChange> changes, String cursor, boolean more) {
  public ChangePage {
    changes = List.copyOf(changes);
  }
}
