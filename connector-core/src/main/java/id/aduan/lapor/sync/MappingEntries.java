package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.MappingVersions.Applied;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes down which mapping counts from when on, with who said so. Safe for many threads. */
record MappingEntries(CaseStore store) {
  private static final String SUBJECT = "mapping";

  /** Who, as the audit trail names them, and why. */
  record Actor(String name, String reason) {
    static final Actor ENGINE = new Actor("engine", "");

    static Actor of(Operator by) {
      return new Actor(by.actor(), by.reason());
    }

    private String because() {
      return reason.isEmpty() ? "" : "; reason: " + reason;
    }
  }

  void add(Tx tx, Mapping mapping, Instant from, Instant now, Actor by) {
    store
        .mappings()
        .add(
            tx,
            new Applied(
                0,
                mapping.version(),
                mapping.text().file(),
                mapping.text().digest(),
                from,
                now,
                by.name(),
                by.reason(),
                Optional.empty()),
            mapping.text().content());
    String what =
        "version %s from %s on, sha256 %.12s"
            .formatted(mapping.version(), from, mapping.text().digest());
    audit(tx, Action.MAPPING_APPLIED, what, now, by);
  }

  /** Calls off a version as often as it is to count; from when on it would have, if it was to. */
  Optional<Instant> cancel(Tx tx, String version, Instant now, Actor by) {
    List<Applied> all = store.mappings().applied(tx, KeptMappings.APPLIED_MAX).sound();
    List<Applied> later =
        KeptMappings.later(all, now).stream().filter(it -> it.version().equals(version)).toList();
    later.forEach(it -> cancel(tx, it, now, by));
    return later.stream().map(Applied::effectiveAt).findFirst();
  }

  private void cancel(Tx tx, Applied entry, Instant now, Actor by) {
    store.mappings().cancel(tx, entry, now);
    String what =
        "version %s, which was to count from %s on".formatted(entry.version(), entry.effectiveAt());
    audit(tx, Action.MAPPING_CANCELLED, what, now, by);
  }

  private void audit(Tx tx, Action action, String what, Instant now, Actor by) {
    store.audit().append(tx, new AuditEntry(now, by.name(), action, SUBJECT, what + by.because()));
  }
}
