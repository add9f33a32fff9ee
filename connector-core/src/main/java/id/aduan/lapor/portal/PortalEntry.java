package id.aduan.lapor.portal;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of what was said and done about a complaint on the portal: a disposition, an answer, a
 * reporter's reply. The portal keeps them in one mixed list (portal-wire 2.7, 2.8); where it does
 * not say of which kind one is, nothing is guessed.
 *
 * <p>The text form shows the id and kind alone: the rest is about a person.
 *
 * @param id the portal's own id of it, unique within its complaint and its {@link Origin}
 * @param origin which of the portal's lists it stands in, since each numbers for itself
 * @param at when the portal says it was; an entry without a readable time has none
 * @param from the institution that acted, if one is named
 * @param to the institution it was directed to, if one is named
 * @param template the portal's code of the sentence, or empty
 * @param text what was said, as safe plain text: the writer's own words alone where there are any,
 *     else the filled sentence of the template; no markup
 * @param secret whether the public may not read it
 * @param before the status that it ended, if it says so
 * @param after the status that it began, if it says so
 */
public record PortalEntry(
    String id,
    Origin origin,
    Kind kind,
    Optional<Instant> at,
    Optional<Institution> from,
    Optional<Institution> to,
    String template,
    String text,
    Flag secret,
    List<Attachment> attachments,
    Optional<Status> before,
    Optional<Status> after) {

  public PortalEntry {
    attachments = List.copyOf(attachments);
  }

  /** Where the portal shows it. */
  public enum Origin {
    /** The log of the detail (portal-wire 2.7). */
    LOG,
    /** The follow-ups (portal-wire 2.8). */
    FOLLOW_UP
  }

  /** What it is. */
  public enum Kind {
    /** It was directed to an institution: disposition, or forwarding. */
    DISPOSITION,
    /** An institution answered. */
    ANSWER,
    /** The reporter replied. */
    REPORTER_REPLY,
    /** The status changed, and nothing else is said. */
    STATUS,
    /** The portal's list does not say. */
    UNTYPED
  }

  @Override
  public String toString() {
    return "PortalEntry[" + origin + " " + id + " " + kind + "]";
  }
}
