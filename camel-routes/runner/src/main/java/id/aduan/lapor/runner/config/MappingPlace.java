package id.aduan.lapor.runner.config;

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
   * Compiles the configured file.
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault with every fault of it
   */
  public Mapping compile() {
    return compile(file);
  }

  /**
   * Compiles another file for the same agencies.
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault with every fault of it
   */
  public Mapping compile(Path other) {
    return Mapping.load(other, agencies);
  }

  /**
   * Compiles a file that was kept.
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault with every fault of it
   */
  public Mapping compile(String name, byte[] content) {
    Problems problems = new Problems();
    Mapping mapping = Mapping.parse(name, content, agencies, problems);
    problems.throwIfAny();
    return mapping;
  }
}
