package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Speaks to one agency's system in its own words. The engine calls; an adapter neither retries,
 * orders nor remembers.
 *
 * <p>Implementations are safe for use by many threads and end every call within their configured
 * timeouts. They log nothing of a complaint, and no exception, detail or {@code toString} of theirs
 * holds a person's data or a credential. The contract tests of the test kit define the rest.
 */
public interface AgencyAdapter extends AutoCloseable {

  Set<Capability> capabilities();

  /**
   * Opens a ticket for the complaint. Ends with a result, never with an exception: whatever is not
   * proven stored or proven not stored is {@link DeliveryResult.Unknown} (C7).
   *
   * <p>What proves that nothing was stored: {@link id.aduan.lapor.http.HttpFailure.Kind#NOT_SENT},
   * 429, 503 with Retry-After (trouble of the target, as are 401 and 403), and the documented
   * refusals of the system.
   */
  DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key);

  /**
   * Sets what the ticket says to the complaint as it is now. Called only with {@link
   * Capability#UPDATE}, and never twice at once for one complaint.
   *
   * <p>An update sets and never adds: repeated with the same content it changes nothing, and it
   * makes no ticket. What the agency may not see any more is taken away there: a reporter who is
   * withheld now is overwritten, not left out (C24). Since it is safe to repeat, the engine repeats
   * an unknown end without a look-up, no sooner than {@code lookupSettle} after it (C7, C8).
   *
   * <p>Ends as {@link #open} does, with the ticket's number when it is accepted. A ticket that the
   * system does not know is a refusal.
   */
  default DeliveryResult update(
      AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
    throw new IllegalStateException("this adapter updates no tickets");
  }

  /**
   * The texts by which the system may tell us what {@link #open} or {@link #update} wrote of this
   * complaint, as it holds them: a text that it cuts is cut here. By these its echo is known, and
   * does not go to the portal as the agency's answer (C13). Pure; without it, what a {@link
   * ComplaintView} without limits shows.
   */
  default List<String> written(AgencyComplaint complaint) {
    return new ComplaintView(ZoneId.of("Asia/Jakarta"), TextLimits.NONE).texts(complaint);
  }

  /**
   * Finds the ticket that an {@link #open} of this complaint's leg may have made, by our reference
   * ({@link AgencyComplaint.Facts#reference}). Another leg's ticket is none of it. Called only with
   * {@link Capability#FIND}.
   */
  Lookup find(Reference reference);

  /**
   * Puts one file of the complaint to its ticket. Called only with {@link Capability#ATTACH}. The
   * whole file is taken or nothing of it: what was cut off must not be left behind as if it were
   * whole, and the call is made again from the file's beginning (F69).
   *
   * <p>Ends as {@link #open} does; what an agency does not take (its type, its size) is a refusal
   * of that file alone. An unknown end is looked up by {@link #findFile} where the adapter can, and
   * repeated where the system honours keys.
   *
   * @param ticket where it belongs
   * @param file what it is called there, and its content, read as it goes out
   */
  default DeliveryResult attach(AgencyTicket ticket, OutgoingFile file, IdempotencyKey key) {
    throw new IllegalStateException("this adapter takes no files");
  }

  /**
   * Finds a file that an {@link #attach} may have put to its ticket, by the name that it goes by
   * there, which no other file of the case has. Called only with {@link Capability#FIND_FILES}.
   */
  default Lookup findFile(AgencyTicket ticket, OutgoingFile file) {
    throw new IllegalStateException("this adapter finds no files");
  }

  /**
   * Reads the changes after a cursor, oldest first, one bounded page. Called only with {@link
   * Capability#CHANGES}. A change that cannot be read is handed over as it came; a page without a
   * readable cursor is refused as a whole.
   *
   * @param cursor empty for the beginning, otherwise what an earlier page gave
   * @throws id.aduan.lapor.failure.FarEndException when the system could not be read; nothing moves
   */
  ChangePage changes(String cursor);

  /**
   * Reads a message that the system pushed and whose credential was checked. Called only with
   * {@link Capability#PUSH}. Pure: it calls nobody, and the same bytes give the same. It ends with
   * what the message says or that it says nothing readable, never with an exception.
   *
   * <p>A change told here and in {@link #changes} is the same: the same id, and the same of
   * everything else, so that it has one effect whichever way it comes first (C3). What is not
   * proven public there is not proven public here (D14).
   *
   * @param body the raw bytes as they came over the wire, JSON by the media type alone
   */
  default PushedMessage pushed(byte[] body) {
    throw new IllegalStateException("this adapter reads no pushed messages");
  }

  /** What {@link #reread} says for an adapter that reads no change by itself. */
  String NOT_ALONE = "change.alone";

  /**
   * Reads one change that was kept because {@link #changes} or {@link #pushed} could not read it,
   * such as by a setting that is mended now. Pure, and never with an exception, as {@link #pushed}.
   *
   * @param change the change alone, as it was handed over
   */
  default PushedMessage reread(byte[] change) {
    return new PushedMessage.Broken(NOT_ALONE);
  }

  /**
   * Fetches a file that a change names, with the adapter's own credentials and from its own system
   * alone: an address of another host, or outside of the system's own path, is refused without a
   * call. Ends within the adapter's deadline, and never with an exception.
   *
   * @param bytesMax the largest that is taken
   */
  default AgencyFile file(Attachment attachment, int bytesMax) {
    return new AgencyFile.Missing("adapter.no-files");
  }

  @Override
  default void close() {}
}
