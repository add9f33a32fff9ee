package id.aduan.lapor.runner.command;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.runner.config.MappingPlace;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.MappingCompiler;
import id.aduan.lapor.sync.MappingDesk;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.yaml.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the mapping that an argument names: a file, or a version that the store keeps.
 *
 * @param store opened when a version is asked for, and not before
 */
record MappingChoice(MappingPlace place, Supplier<CaseStore> store) {
  private static final int APPLIED_MAX = 1_000;

  /**
   * The file or version of this name; a file goes first.
   *
   * @throws CommandFailure with 66 when there is neither
   * @throws id.aduan.lapor.yaml.ConfigurationFault when it does not compile
   */
  Mapping named(String name) {
    Optional<Path> file = file(name);
    return file.isPresent() ? of(file.get()) : version(name);
  }

  /** The one that counts at a moment; the configured one where the store knows of none. */
  Mapping counting(Instant at) {
    CaseStore kept = store.get();
    return kept.read(tx -> MappingDesk.counting(kept.mappings().applied(tx, APPLIED_MAX), at))
        .map(it -> compiled(kept, it))
        .orElseGet(this::configured);
  }

  /** The configured file. */
  Mapping configured() {
    return of(place.file());
  }

  private Mapping of(Path file) {
    Problems problems = new Problems();
    Mapping mapping =
        new MappingCompiler(store.get(), place.agencies())
            .use(String.valueOf(file.getFileName()), MappingFileBytes.read(file), problems);
    problems.throwIfAny();
    return mapping;
  }

  private Mapping version(String version) {
    CaseStore kept = store.get();
    return kept.read(tx -> kept.mappings().find(tx, version))
        .map(it -> compiled(kept, it))
        .orElseThrow(
            () ->
                new CommandFailure(
                    Exit.NO_INPUT,
                    "mapping.missing",
                    "there is neither a file nor a version '%s'; 'lapor mapping versions' lists them"
                        .formatted(version)));
  }

  private Mapping compiled(CaseStore kept, Applied applied) {
    byte[] content =
        kept.read(tx -> kept.mappings().content(tx, applied.id()))
            .orElseThrow(
                () ->
                    new CommandFailure(
                        Exit.DATA,
                        "mapping.damaged",
                        "version '%s' is damaged in the store; see 'lapor store verify'"
                            .formatted(applied.version())));
    Problems problems = new Problems();
    Mapping mapping =
        new MappingCompiler(kept, place.agencies()).again(applied.file(), content, problems);
    problems.throwIfAny();
    return mapping;
  }

  /** The file of this name, if it is one. */
  static Optional<Path> file(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
