package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Visibility;
import java.util.Optional;

/**
 * What decides which clocks run on a case. Holds no personal data.
 *
 * @param agency who has it now; empty while nobody does
 */
public record CaseFacts(
    Classification.Kind classification, Visibility visibility, Optional<AgencyCode> agency) {}
