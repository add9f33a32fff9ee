package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.EvidenceFile;
import java.util.List;
import java.util.Map;

/**
 * An agency's follow-up as it came over the wire (portal-wire 2.9).
 *
 * @param fields all text fields, by name
 * @param files by field name and file, in order
 */
public record AgencyAnswer(Map<String, String> fields, List<Upload> files) {
  /** One file part. */
  public record Upload(String field, EvidenceFile file) {}

  /** The field's text, or empty. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
