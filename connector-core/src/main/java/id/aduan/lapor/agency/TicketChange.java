package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.Attachment;
import java.time.Instant;
import java.util.List;

/**
 * One change on an agency's ticket, as its system tells it.
 *
 * @param id the system's id of the change: unique in that system, the same each time it is read
 * @param ticket the system's own ticket number
 * @param reference our reference if the system gives it back, else empty
 * @param changedAt when, by the system's clock, in its configured zone
 * @param isPublic whether the system <em>proves</em> the text public ({@code publicWhen}, D14);
 *     what is not proven public never reaches a citizen
 * @param text the answer or note; empty for a mere change of status
 * @param status the system's own word, kept as it is; empty if the change has none
 */
public record TicketChange(
    String id,
    String ticket,
    String reference,
    Instant changedAt,
    boolean isPublic,
    String text,
    String status,
    List<Attachment> attachments) {

  public TicketChange {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "TicketChange[" + id + " of " + ticket + "]";
  }
}
