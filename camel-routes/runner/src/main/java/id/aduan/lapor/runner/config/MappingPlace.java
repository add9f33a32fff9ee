package id.aduan.lapor.runner.config;

import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.yaml.Problems;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where the mapping of a configuration is, and which agencies it may name.
 *
 * @param agencies their codes as written, right or wrong
 */
public record MappingPlace(Path file, Set<String> agencies) {
  public MappingPlace {
    agencies = Set.copyOf(agencies);
  }

  /**
   * Compiles the configured file, or another one for the same agencies; one that it names nowhere
   * is a fault, as at the start.
   *
   * @param categories the portal's, which it is held against
   * @throws id.aduan.lapor.yaml.ConfigurationFault with every fault of it
   */
  public Mapping compile(Path other, Catalogue categories) {
    Problems problems = new Problems();
    Mapping mapping = Mapping.read(other, agencies, categories, problems);
    problems.throwIfAny();
    mapping.requireAll(agencies, problems);
    problems.throwIfAny();
    return mapping;
  }
}
