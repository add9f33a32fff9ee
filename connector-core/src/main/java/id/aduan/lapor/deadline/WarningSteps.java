package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import java.util.List;
import java.util.Map;

/**
 * At which parts of a limit somebody is warned, in percent, rising; 100 is its end (CMP-17).
 *
 * @param each by kind of the agency; one that is not named has the usual ones
 */
public record WarningSteps(Map<AgencyKind, List<Integer>> each) {
  private static final List<Integer> USUAL_PERCENT = List.of(50, 80, 100);

  /** 50, 80 and 100 percent for everybody. */
  public static final WarningSteps USUAL = new WarningSteps(Map.of());

  public WarningSteps {
    each = Map.copyOf(each);
  }

  public List<Integer> of(AgencyKind kind) {
    return each.getOrDefault(kind, USUAL_PERCENT);
  }
}
