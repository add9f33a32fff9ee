package id.aduan.lapor.runner.config;

import id.aduan.lapor.documents.recap.RecapTemplate;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import java.util.List;

/**
 * How recaps look. A template that has faults keeps nothing from running but recaps.
 *
 * @param usable the template, or the shipped one where that has faults
 * @param faults of the template
 * @param authority whose recaps they are; may be empty
 */
public record RecapConfig(RecapTemplate usable, List<Problem> faults, String authority) {
  public RecapConfig {
    faults = List.copyOf(faults);
  }

  /**
   * The template.
   *
   * @throws ConfigurationFault with its faults
   */
  public RecapTemplate template() {
    if (!faults.isEmpty()) {
      throw new ConfigurationFault(faults);
    }
    return usable;
  }
}
