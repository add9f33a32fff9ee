package id.aduan.lapor.attachment;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.Map;

/**
 * How the files of complaints are fetched and kept.
 *
 * @param vault where they lie
 * @param inspector looks at them, and makes the copies that go out; what fails in it concerns the
 *     one file ({@link GuardedInspector})
 * @param agencies what agencies take of them; {@link AgencyFileLimits#DEFAULT} for any other
 */
public record FileRules(
    FileVault vault,
    FileLimits limits,
    FileInspector inspector,
    Map<AgencyCode, AgencyFileLimits> agencies) {
  public FileRules {
    agencies = Map.copyOf(agencies);
    inspector = GuardedInspector.around(inspector);
  }

  /** Where nothing is said of what agencies take. */
  public FileRules(FileVault vault, FileLimits limits, FileInspector inspector) {
    this(vault, limits, inspector, Map.of());
  }

  /** What an agency takes. */
  public AgencyFileLimits of(AgencyCode agency) {
    return agencies.getOrDefault(agency, AgencyFileLimits.DEFAULT);
  }
}
