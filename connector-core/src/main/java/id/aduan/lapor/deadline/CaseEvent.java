package id.aduan.lapor.deadline;

/**
 * What happens to a case that can start, pause, reset or end a clock. Stored by name: a constant is
 * never renamed.
 */
public enum CaseEvent {
  /** The portal recorded the complaint; at the portal's own time where that can be believed. */
  RECEIVED(Origin.PORTAL),
  /** The portal's message reached this connector (SOP-02). */
  ARRIVED(Origin.CONNECTOR),
  /** The service that the complaint is about was received, or the incident took place (UU25-02). */
  SERVICE_RECEIVED(Origin.PORTAL),
  /** The case was given to an agency, for the first time or anew (SOP-03). */
  ROUTED(Origin.CONNECTOR),
  /** The agency's system holds the case. */
  DELIVERED(Origin.CONNECTOR),
  /** The agency's liaison officer was sent a message about the case (SOP-03). */
  NOTIFIED(Origin.CONNECTOR),
  /** A public answer of the agency stands on the portal (SOP-05). */
  ANSWERED(Origin.CONNECTOR),
  /**
   * The agency gave the case back: not its authority (CMP-07); a person records it where its system
   * does not tell.
   */
  RETURNED(Origin.PERSON),
  /** The reporter was asked to complete the report (UU25-06, UU25-07). */
  WAITING_FOR_REPORTER(Origin.PORTAL),
  /** The reporter replied, or completed the report. */
  REPORTER_REPLIED(Origin.PORTAL),
  /** The portal shows the case as closed, archived, rejected or blocked. */
  CLOSED(Origin.PORTAL),
  /** The portal shows a closed case as open again. */
  REOPENED(Origin.PORTAL),
  /** A clock's limit was extended, with a reason (UU14-02); the detail names its rule. */
  EXTENDED(Origin.PERSON),
  /** The file was declared complete (UU25-08). */
  FILE_COMPLETE(Origin.PERSON),
  /** The complaint was decided (UU25-08). */
  DECIDED(Origin.PERSON),
  /** The decision was delivered to the complainant (UU25-08). */
  DECISION_DELIVERED(Origin.PERSON),
  /** The reason for an objection became known to the requester of information (UU14-03). */
  OBJECTION_REASON_KNOWN(Origin.PERSON),
  OBJECTION_RECEIVED(Origin.PERSON),
  OBJECTION_ANSWERED(Origin.PERSON),
  /** The Ombudsman asked for an explanation (OMB-01). */
  OMBUDSMAN_ASKED(Origin.PERSON),
  OMBUDSMAN_ANSWERED(Origin.PERSON),
  /** A recommendation of the Ombudsman was received (OMB-02). */
  RECOMMENDATION_RECEIVED(Origin.PERSON),
  RECOMMENDATION_REPORTED(Origin.PERSON),
  /** A person asked for their data to be corrected (PDP-04). */
  CORRECTION_REQUESTED(Origin.PERSON),
  CORRECTION_DONE(Origin.PERSON),
  /** A person asked for access to their data (PDP-05). */
  ACCESS_REQUESTED(Origin.PERSON),
  ACCESS_GIVEN(Origin.PERSON),
  /** A person withdrew consent (PDP-06). */
  CONSENT_WITHDRAWN(Origin.PERSON),
  PROCESSING_STOPPED(Origin.PERSON),
  /** A person asked for processing to be suspended or restricted (PDP-06). */
  SUSPENSION_REQUESTED(Origin.PERSON),
  PROCESSING_SUSPENDED(Origin.PERSON),
  /** The protection of personal data failed (PDP-07). */
  BREACH_FOUND(Origin.PERSON),
  BREACH_NOTIFIED(Origin.PERSON);

  private final Origin origin;

  CaseEvent(Origin origin) {
    this.origin = origin;
  }

  /** Who makes it happen. */
  public Origin origin() {
    return origin;
  }

  /** Where an event comes from. */
  public enum Origin {
    PORTAL,
    CONNECTOR,
    /** Nothing here can see it: a person records it. */
    PERSON
  }
}
