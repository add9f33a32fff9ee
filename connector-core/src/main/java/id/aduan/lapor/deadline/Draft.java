package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;

/**
 * The text of a reprimand (konsep surat teguran) that was prepared when a clock ran out. A person
 * reads it, changes it, and sends it or not: nothing here ever does. Holds no personal data.
 *
 * @param period of the clock
 */
public record Draft(TrackingId complaint, String rule, int period, String text, Instant madeAt) {}
