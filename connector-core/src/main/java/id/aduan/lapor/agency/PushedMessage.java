package id.aduan.lapor.agency;

import id.aduan.lapor.agency.ChangePage.Unreadable;
import java.util.List;

/** What a message says that an agency's system pushed. */
public sealed interface PushedMessage {
  /**
   * A message with more changes is kept aside as a whole; a reader may say so by the code {@code
   * payload.too_many} before it reads them.
   */
  int CHANGES_MAX = 1_000;

  /**
   * Changes, oldest first.
   *
   * @param unreadable what stands there as a change and cannot be read as one; it is kept aside,
   *     and the changes beside it are not held up (C11)
   */
  record Changes(List<TicketChange> changes, List<Unreadable> unreadable) implements PushedMessage {
    public Changes {
      changes = List.copyOf(changes);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * It breaks the agreement as a whole; its bytes are kept aside.
   *
   * @param code what is wrong, such as {@code json.syntax} or {@code payload.shape}; never anything
   *     it says
   */
  record Broken(String code) implements PushedMessage {}
}
