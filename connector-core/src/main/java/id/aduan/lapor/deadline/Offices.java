package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The offices whose time is counted.
 *
 * @param standard of cases that no agency has, and of agencies that say nothing else
 */
public record Offices(Office standard, Map<AgencyCode, Office> each) {
  public Offices {
    each = Map.copyOf(each);
  }

  public Office of(Optional<AgencyCode> agency) {
    return agency
        .map(code -> Objects.requireNonNullElse(each.get(code), standard))
        .orElse(standard);
  }
}
