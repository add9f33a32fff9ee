package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.portal.PortalFiler;
import java.util.Set;

/**
 * How reports of local systems go up.
 *
 * @param agencies those whose own tickets are linked with the complaints that they become
 * @param reads whether the portal can be asked for a complaint that was filed; an older wire only
 *     takes them
 */
public record FilingWay(
    PortalFiler filer, FilingSettings settings, Set<AgencyCode> agencies, boolean reads) {
  public FilingWay {
    agencies = Set.copyOf(agencies);
  }
}
