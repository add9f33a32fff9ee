package id.aduan.lapor.runner.config;

import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.yaml.Problems;
import java.nio.file.Path;
import java.util.Optional;
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
   * @param categories the portal's, which it is held against; without them, names that the portal
   *     may have changed are no faults
   * @throws id.aduan.lapor.yaml.ConfigurationFault with every fault of it
   */
  public Mapping compile(Path other, Optional<Catalogue> categories) {
    Problems problems = new Problems();
    Mapping mapping =
        categories
            .map(list -> Mapping.read(other, agencies, list, problems))
            .orElseGet(() -> Mapping.readAgain(other, agencies, Catalogue.shipped(), problems));
    problems.throwIfAny();
    mapping.requireAll(agencies, problems);
    problems.throwIfAny();
    return mapping;
  }
}
