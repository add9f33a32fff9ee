package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.Optional;

/**
 * Which deadlines are asked for.
 *
 * @param moved only those whose day was computed anew to another
 * @param all those of the reporter and the portal as well
 */
public record DeadlineFilter(Optional<AgencyCode> agency, boolean moved, boolean all) {}
