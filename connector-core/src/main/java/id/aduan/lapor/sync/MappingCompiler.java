package id.aduan.lapor.sync;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.yaml.Problems;

/** Compiles a mapping for the agencies that there are. Safe for use by many threads. */
@FunctionalInterface
public interface MappingCompiler {
  /** The mapping, which must not be used if there were any faults. */
  Mapping compile(String file, byte[] content, Problems problems);
}
