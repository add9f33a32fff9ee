package id.aduan.lapor.documents.odf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@link OdfCheck} found.
 *
 * @param mediaType that the document says and that is an OpenDocument type
 * @param version that {@code office:version} says
 * @param findings at most {@link OdfCheck#FINDINGS_MAX}, each once
 */
public record OdfVerdict(
    Optional<String> mediaType, Optional<String> version, List<OdfFinding> findings) {
  /** Keeps the list. */
  public OdfVerdict {
    findings = List.copyOf(findings);
  }

  /** Whether it may leave: nothing was found. */
  public boolean isFit() {
    return findings.isEmpty();
  }

  /** What was found, each once and without the names of parts, which are data. */
  public String faults() {
    return findings.stream()
        .map(it -> it.fault().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Whether this was found in any part. */
  public boolean has(OdfFault fault) {
    return findings.stream().anyMatch(it -> it.fault() == fault);
  }
}
