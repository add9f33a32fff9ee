package id.aduan.lapor.portal;

import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads from the portal. Every call ends within its configured deadline.
 *
 * <p>All methods throw {@link id.aduan.lapor.failure.FarEndException} when the portal could not be
 * read or gave something else than agreed; nothing changes then.
 */
public interface PortalReader {
  /** The present state of one complaint. */
  PortalState complaint(TrackingId id);

  /**
   * A page of the complaints of our institution, in any order that stays the same.
   *
   * @param updatedSince leaves out what has not changed since then, where the portal can
   * @param place {@link #FIRST}, or what the page before gave as its next one; opaque
   */
  Page changed(Optional<Instant> updatedSince, String place);

  /** The place of a list's first page. */
  String FIRST = "";

  /** Whether {@link #changed} can be asked; no list call of the portal is public. */
  default boolean lists() {
    return true;
  }

  /** Where the files of complaints are fetched; empty where only their addresses are known. */
  default Optional<FileSource> fileSource() {
    return Optional.empty();
  }

  /** Whether {@link #complaint} can be asked; an older wire only takes reports. */
  default boolean reads() {
    return true;
  }

  /**
   * Reads an item of the list that was kept because it could not be understood. Calls nobody.
   *
   * @throws UnreadableMessageException when it still cannot be
   */
  default PortalState item(byte[] raw) {
    throw new UnreadableMessageException("item.alone", "this portal's items are not read alone");
  }

  /**
   * A page of states.
   *
   * @param unreadable the items of the page that could not be understood
   * @param next where the next page is, if the portal announces one
   */
  record Page(List<PortalState> states, List<Unreadable> unreadable, Optional<String> next) {
    public Page {
      states = List.copyOf(states);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * An item of the list that could not be understood.
   *
   * @param raw the item, the same bytes each time it is read
   * @param code why, as {@link UnreadableMessageException#code()} says it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Unreadable(byte[] raw, String code) {}
}
