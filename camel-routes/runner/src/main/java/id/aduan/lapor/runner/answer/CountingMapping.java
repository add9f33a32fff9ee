package id.aduan.lapor.runner.answer;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.MappingCompiler;
import id.aduan.lapor.sync.MappingDesk;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.yaml.Problems;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes mappings again of what a store keeps, for whoever tells of them. */
final class CountingMapping {
  private static final int APPLIED_MAX = 1_000;

  private CountingMapping() {}

  /** The one that counts at a moment; empty where there is none, or it cannot be compiled. */
  static Optional<Mapping> at(CaseStore store, Set<String> agencies, Instant now) {
    return store
        .read(tx -> MappingDesk.counting(store.mappings().applied(tx, APPLIED_MAX), now))
        .flatMap(it -> of(store, it, agencies));
  }

  /** The one of a version; empty where it is not kept, or cannot be compiled any more. */
  static Optional<Mapping> version(CaseStore store, Set<String> agencies, String version) {
    return store
        .read(tx -> store.mappings().find(tx, version))
        .flatMap(it -> of(store, it, agencies));
  }

  private static Optional<Mapping> of(CaseStore store, Applied entry, Set<String> agencies) {
    Optional<byte[]> content = store.read(tx -> store.mappings().content(tx, entry.id()));
    Problems problems = new Problems();
    return content
        .map(it -> new MappingCompiler(store, agencies).again(entry.file(), it, problems))
        .filter(it -> problems.isEmpty());
  }
}
