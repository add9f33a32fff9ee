package id.aduan.lapor.delivery;

/**
 * Something that a person should know now. Told once per occasion; refused credentials and late
 * entries daily while that lasts. Names no complaint.
 *
 * @param target an agency's code, or one of {@link Targets}
 * @param text in plain words, for the log
 */
public record Alert(Kind kind, String target, String text) {

  /** A stable word for programs. */
  public String code() {
    return kind.code;
  }

  /** What it is about. */
  public enum Kind {
    /** The target refused our credentials three times in a row (C9). */
    CREDENTIALS_REFUSED("LC-CREDENTIALS-REFUSED"),
    /** So many deliveries failed that the target as a whole is taken to be in trouble (C10). */
    BREAKER_OPENED("LC-BREAKER-OPENED"),
    /** An entry has waited for longer than is usual; it stays queued (C9). */
    ENTRIES_LATE("LC-ENTRIES-LATE"),
    /** A target answers again after one of the above was told. */
    RECOVERED("LC-RECOVERED"),
    /** Complaints come here later than a rule in minutes allows (SOP-02). */
    DETECTION_LATE("LC-DETECTION-LATE"),
    /** The portal's time of a complaint is missing, or lies in the future or before the portal. */
    PORTAL_TIME_ODD("LC-PORTAL-TIME-ODD"),
    /** The portal used a word or a field that its profile does not know (F63). */
    PORTAL_UNFAMILIAR("LC-PORTAL-UNFAMILIAR"),
    /** An event's id came again with another content (C4). */
    EVENT_ID_REUSED("LC-EVENT-ID-REUSED"),
    /** A complaint that we have is gone from the portal (F60). */
    COMPLAINT_GONE("LC-COMPLAINT-GONE"),
    /** The portal says of ever more complaints that it has none, and tells of no other. */
    PORTAL_HAS_NONE("LC-PORTAL-HAS-NONE"),
    /** The comparison with the portal was due and could not be made, or not to its end. */
    PORTAL_NOT_COMPARED("LC-PORTAL-NOT-COMPARED"),
    /** The comparison with the portal found differences. */
    PORTAL_DIFFERS("LC-PORTAL-DIFFERS"),
    /**
     * A version of the mapping that cases keep, or that is to count, does not compile here (D8).
     */
    MAPPING_UNUSABLE("LC-MAPPING-UNUSABLE"),
    /** The portal's list of categories has changed, and the new one counts. */
    CATEGORIES_CHANGED("LC-CATEGORIES-CHANGED"),
    /** The portal's list of categories shrank, and a person has to say whether it is to count. */
    CATEGORIES_HELD("LC-CATEGORIES-HELD"),
    /** A message to an official was given up: its recipient was refused, or has no address. */
    NOTIFICATION_FAILED("LC-NOTIFICATION-FAILED"),
    /** Files of complaints could not be had; told once a day, however many. */
    FILES_LOST("LC-FILES-LOST"),
    /** Files of complaints are held back until a person lets them go; told once a day. */
    FILES_QUARANTINED("LC-FILES-QUARANTINED"),
    /** The disk of files took nothing, and files wait; told once a day while it lasts (F71). */
    FILES_NO_ROOM("LC-FILES-NO-ROOM"),
    /** Files of complaints are not taken over, by a limit or an address; told once a day. */
    FILES_REFUSED("LC-FILES-REFUSED"),
    /** An agency does not take files of complaints; told once a day for each agency. */
    FILES_NOT_TAKEN("LC-FILES-NOT-TAKEN");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }
}
