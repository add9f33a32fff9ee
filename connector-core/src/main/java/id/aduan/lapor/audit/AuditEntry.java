package id.aduan.lapor.audit;

import java.time.Instant;

/**
 * One thing that was done. Holds no personal data: not a name, not a text, only what was done, to
 * which complaint, with which far end and under which number.
 *
 * @param actor who: an agency code, "portal", "engine", "operator:" and an account of the machine
 * @param subject the tracking id, or another stable name where there is none
 * @param detail ticket numbers, codes, reasons
 */
public record AuditEntry(Instant at, String actor, Action action, String subject, String detail) {

  /** What can be done to a case. Stored by name: a constant is never renamed. */
  public enum Action {
    /** The portal told us of it for the first time. */
    RECEIVED,
    /** The portal told us something new about it. */
    CHANGED,
    /** An export was taken in and told something new; the subject is the day it was made. */
    IMPORTED,
    /** A message could not be understood; its bytes are kept. */
    QUARANTINED,
    /** The portal has it no more; nothing goes out for it. */
    WITHDRAWN,
    /** The portal has it again. */
    REAPPEARED,
    /** Our cases were compared with the portal's; the detail says what differed. */
    RECONCILED,
    /** It was assigned to an agency by the mapping. */
    ROUTED,
    /** It is not sent out: archived or blocked on the portal. */
    WITHHELD,
    /** A due date was computed, or computed anew. */
    DUE_SET,
    /** A clock ended: in time, late, or with the case. */
    CLOCK_ENDED,
    /** A due date moved, since the rules or the calendar have changed. */
    DUE_MOVED,
    /** A step of a clock was reached; the detail says where nobody was told of it. */
    WARNED,
    /** The text of a reprimand was prepared for a person; nothing was sent. */
    DRAFT_PREPARED,
    /** A person recorded something that nothing here can see. */
    EVENT_RECORDED,
    /** An agency's system holds it under a ticket number. */
    TICKET_OPENED,
    /** The ticket says what the portal says now. */
    TICKET_UPDATED,
    /** An agency answered publicly. */
    ANSWER_RECEIVED,
    /** An agency wrote something that is not proven public; it stays there. */
    NOTE_KEPT_BACK,
    /** An agency changed its own status of the ticket. */
    AGENCY_STATUS,
    /** The portal told an entry of its log or follow-ups: of which kind, and whose it is. */
    PORTAL_ENTRY,
    /** The reporter's reply did not reach the agency's system, which cannot be updated. */
    REPLY_NOT_PASSED_ON,
    /** An agency's answer waits for a person before it goes to the portal. */
    REPLY_HELD,
    /** A person put a file to an agency's answer; the detail is its hash and its type. */
    FILE_ENCLOSED,
    /** A person lets an agency's answer go to the portal. */
    REPLY_APPROVED,
    /** A person decided that an agency's answer does not go to the portal. */
    REPLY_REJECTED,
    /** A file of an answer could not be had; the answer goes without it and says so. */
    FILE_LEFT_OUT,
    /** An agency gave the case back as not its authority; it waits for the coordinator. */
    RETURNED,
    /** The answer stands on the portal. */
    FOLLOW_UP_PUBLISHED,
    /** A delivery failed and will be tried again. */
    DELIVERY_DELAYED,
    /** A delivery may or may not have been carried out; it is being looked up. */
    OUTCOME_UNKNOWN,
    /** A delivery waits for a human. */
    PARKED,
    /** A person has paused a target; the subject is its name. */
    TARGET_PAUSED,
    /** A person lets a target be delivered to again. */
    TARGET_RESUMED,
    /** A person has switched a target off. */
    TARGET_OFF,
    /** A person let go on what waited for one. */
    REPLAYED,
    /** A person decided that something does not go out, or is not read again. */
    DISCARDED,
    /** A person was shown what names people. */
    CONTENT_READ,
    /** The server of a message's way took it; it proves neither arrival nor reading. */
    NOTIFICATION_SENT,
    /** A gateway reported that a message arrived. */
    NOTIFICATION_DELIVERED,
    /** A message was read, as a gateway or the agency's own doing shows. */
    NOTIFICATION_READ,
    /** A message to an official was given up. */
    NOTIFICATION_FAILED,
    /** A local system's report was taken, to be filed on the portal; the detail has its number. */
    REPORT_TAKEN,
    /** The files of a local report stand at the portal. */
    REPORT_UPLOADED,
    /** A local report stands on the portal as a complaint. */
    REPORT_FILED,
    /** A complaint that was filed from here is with the institution that is to answer. */
    REPORT_FORWARDED,
    /** The agency that has to answer reported it itself: its own ticket was linked. */
    TICKET_LINKED,
    /** It waits for the coordinator; the detail says for what. */
    COORDINATOR_WAITED_FOR,
    /** A person gave it to agencies, or confirmed the one that the rules chose. */
    ASSIGNED,
    /** A person gave it back on the portal, or passed it on there to another institution. */
    GIVEN_BACK,
    /** The portal took it back, or passed it on to another institution, as we had asked. */
    GIVEN_BACK_ON_PORTAL,
    /** Another agency has it instead of this one. */
    LEG_MOVED,
    /** An agency's part of it ended with the case. */
    LEG_ENDED,
    /** It was opened again on the portal, and goes to its agency once more. */
    LEG_REOPENED,
    /** An agency said something of a part that had ended; it changes nothing. */
    LATE_UPDATE,
    /** A change of an agency's ticket was our own writing, told back. */
    ECHO,
    /** The portal reported a change of status that its own rules do not have. */
    UNEXPECTED_TRANSITION,
    /** The portal and an agency say different things of a field; each owner's value stands. */
    DIFFERENCE,
    /** Another mapping decides from now on, or from the moment in the detail. */
    MAPPING_APPLIED,
    /** A mapping that was to count from a moment on is not to. */
    MAPPING_CANCELLED,
    /** The portal's list of categories has changed; the detail says how. */
    CATALOGUE_CHANGED,
    /** A person let a list of categories count that had been held. */
    CATALOGUE_ACCEPTED,
    /** A file of a complaint was fetched and kept; the detail is its hash and its kind. */
    FILE_KEPT,
    /** A file of a complaint is not taken over, or cannot be had; the detail is why. */
    FILE_REFUSED,
    /** A copy of a file was made: without its place and camera, or in an open format. */
    FILE_COPIED,
    /** An agency has a file; the detail is its hash. */
    FILE_DELIVERED,
    /** An agency does not take a file; the detail is why. */
    FILE_NOT_TAKEN,
    /** A person asked for a file again. */
    FILE_ASKED_AGAIN,
    /** A letter was made; the detail is its kind, and its agency if one was named. */
    LETTER_MADE,
    /** A recap was made; the detail is its period. */
    RECAP_MADE
  }
}
