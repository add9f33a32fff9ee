package id.aduan.lapor.bintan.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller handed in, already checked by the system that received it.
 *
 * @param unit the office within the agency that must answer
 * @param reference the caller's own reference; empty if it gave none
 * @param fields everything else that officers read, by label, in reading order
 * @param rawRequest the request body as it arrived
 */
public record Submission(
    String unit, String reference, String subject, Map<String, String> fields, String rawRequest) {

  public Submission {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Leaves out what a reporter wrote. */
  @Override
  public String toString() {
    return "Submission[unit=%s, reference=%s]".formatted(unit, reference);
  }
}
