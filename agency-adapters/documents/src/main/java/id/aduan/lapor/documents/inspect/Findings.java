package id.aduan.lapor.documents.inspect;

import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/** What one look has found so far. Not safe for use by many threads. */
final class Findings {
  private final Set<Finding> found = EnumSet.noneOf(Finding.class);

  void add(Finding finding) {
    found.add(finding);
  }

  void addIf(boolean so, Finding finding) {
    if (so) {
      found.add(finding);
    }
  }

  boolean has(Finding finding) {
    return found.contains(finding);
  }

  /** Whether it is worth, and safe, to look further. */
  boolean harmless() {
    return verdict() != Verdict.QUARANTINED;
  }

  private Verdict verdict() {
    return found.stream().map(Finding::verdict).max(Comparator.naturalOrder()).orElse(Verdict.FIT);
  }

  Inspection of(String type) {
    return new Inspection(type, verdict(), found.stream().map(Finding::code).sorted().toList());
  }
}
