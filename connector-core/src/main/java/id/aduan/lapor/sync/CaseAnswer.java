package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.List;
import java.util.Locale;

/**
 * What became of a coordinator's act.
 *
 * @param code stable, for programs: why it was refused, or what was done
 * @param detail agency codes, an institution's number, a stage; nothing of a person
 * @param unasked agencies that have it and that the portal reaches by a forwarding alone, for which
 *     it was not asked: there a complaint has one institution, that of the one that leads
 */
public record CaseAnswer(boolean done, String code, String detail, List<AgencyCode> unasked) {
  public CaseAnswer {
    unasked = List.copyOf(unasked);
  }

  /** What can be done. */
  public enum Done {
    /** It went out to the agencies that the rules had proposed. */
    CONFIRMED,
    /** It is with these agencies now. */
    ASSIGNED,
    /** It stays where it is, and waits for the coordinator no more. */
    LEFT,
    /** The portal is asked to have it elsewhere; the detail names the institution. */
    ASKED_PORTAL
  }

  /** Why nothing was done. */
  public enum Refusal {
    /** No such case is kept. */
    UNKNOWN,
    /** Its rows are damaged. */
    DAMAGED,
    /** The portal has it no more. */
    GONE,
    /** It has ended on the portal; the detail has its stage. */
    ENDED,
    /** It is not verified yet, and nothing goes out before that here. */
    NOT_VERIFIED,
    /** An agency is not in the configuration. */
    UNKNOWN_AGENCY,
    /** There are more than {@link CaseDesk#AGENCIES_MAX}. */
    TOO_MANY_AGENCIES,
    /** It is with exactly these agencies, or with this institution, already. */
    ALREADY_THERE,
    /** It waits for nothing that could be confirmed. */
    NOTHING_WAITS,
    /** What was proposed can be read no more: name the agencies. */
    NOTHING_PROPOSED,
    /** A proposal is confirmed by its mark alone; the detail has that, and what is proposed. */
    NOT_SHOWN,
    /** Something else is proposed by now than was confirmed; the detail has that, and its mark. */
    PROPOSAL_CHANGED,
    NO_REASON,
    /** This portal cannot be asked for it from here. */
    NO_FORWARDING,
    /** Nothing tells which institution it came from: name one. */
    NO_INSTITUTION,
    /** An institution's number is another form of text. */
    BAD_INSTITUTION,
    /** The portal is asked already, and has not answered yet. */
    ALREADY_ASKED,
    /** The portal is being asked to have it elsewhere this moment, or may have been. */
    FORWARDING_UNDER_WAY,
    /** The same, and it waits for a person as the parked entry that the detail has. */
    FORWARDING_PARKED
  }

  static CaseAnswer of(Done done, String detail) {
    return of(done, detail, List.of());
  }

  static CaseAnswer of(Done done, String detail, List<AgencyCode> unasked) {
    return new CaseAnswer(true, code(done), detail, unasked);
  }

  static CaseAnswer refused(Refusal refusal, String detail) {
    return new CaseAnswer(false, code(refusal), detail, List.of());
  }

  static CaseAnswer refused(Refusal refusal) {
    return refused(refusal, "");
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
