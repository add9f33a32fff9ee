package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.complaint.AgencyCode;
import java.time.Instant;
import java.util.Optional;

/**
 * The share that an agency had of a clock (CMP-07).
 *
 * @param agency empty while no agency had the case
 * @param until empty for the one that has it now, or had it when the clock ended
 * @param counted how many whole units of the limit fell on it; of days, those after the one on
 *     which it got the case up to and with the one on which it gave it away
 */
public record Leg(
    Optional<AgencyCode> agency, Instant from, Optional<Instant> until, int counted) {}
