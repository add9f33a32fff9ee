package id.aduan.lapor.sync;

import java.util.Locale;

/**
 * What became of something that waited for a person.
 *
 * @param code stable, for programs: why it was refused, or what was done
 * @param detail the agency, the far end's own code, a number of entries; nothing of a person
 */
public record ParkedAnswer(boolean done, String code, String detail) {

  /** What can be done. */
  public enum Done {
    /** It goes out again. */
    WAITING,
    /** It is looked up first. */
    LOOKED_UP_FIRST,
    /** It goes to another agency now. */
    REROUTED,
    /** The far end has it. */
    SETTLED,
    /** It does not go out, or is not read again. */
    DISCARDED,
    /** It was read again and applied. */
    USED
  }

  /** Why nothing was done. */
  public enum Refusal {
    /** Nothing waits under this id: it is unknown, or waits no longer. */
    UNKNOWN,
    /** It may stand at the far end, and nobody can be asked but a person. */
    ASK_FAR_END,
    /** It may stand at the far end, so that its content and its agency stay as they are. */
    KEEP_CONTENT,
    /** Its row is damaged. */
    DAMAGED,
    /** Only what opens a ticket is made from the case. */
    NOT_FROM_CASE,
    /** The case is not in the store, or damaged. */
    NO_CASE,
    /** The case is not sent out now. */
    WITHHELD,
    /** Another agency has the case instead. */
    HAS_MOVED,
    /** The agency is not in the configuration. */
    NO_TARGET,
    /** An agency has a ticket for it already. */
    HAS_TICKET,
    /** The ticket is another complaint's, or of another time that this one went to the agency. */
    TICKET_TAKEN,
    /** What was found there is a complaint, and named by its tracking id alone. */
    NO_TRACKING_ID,
    /** Nothing can be present there: it only reads. */
    ONLY_READS,
    /** It still cannot be read; the detail has the reader's code. */
    UNREADABLE,
    /** It is read, and no case is meant by it. */
    NOBODY_MEANT,
    /** What this is can only be read by whoever sent it. */
    NOT_READ_AGAIN
  }

  static ParkedAnswer of(Done done, String detail) {
    return new ParkedAnswer(true, code(done), detail);
  }

  static ParkedAnswer refused(Refusal refusal, String detail) {
    return new ParkedAnswer(false, code(refusal), detail);
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
